module slipway/clients/go

go 1.24.0

require github.com/RedisLabs/rediscloud-go-api v0.46.0
