module slipway/clients/go

go 1.24.0

require github.com/RedisLabs/rediscloud-go-api v0.52.1

require github.com/avast/retry-go/v4 v4.7.0 // indirect
