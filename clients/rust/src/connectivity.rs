//! What connects subscriptions: at AWS peerings, gateways and links, at Google Private Service Connect.

use super::*;

pub const VPC: (&str, &str, &str) = ("123456789012", "vpc-1", "172.16.0.0/16");

impl Walk {
    pub async fn connectivity(&mut self, subscription: i32) -> Done {
        self.peering(subscription).await?;
        self.gateway(subscription).await?;
        self.private_link(subscription).await
    }

    async fn peering(&mut self, subscription: i32) -> Done {
        let all = self.api.vpc_peering();
        let (account, vpc, network) = VPC;
        let id = self
            .made(
                all.create(
                    subscription,
                    body!({"region": "eu-west-1", "awsAccountId": account, "vpcId": vpc,
                    "vpcCidr": network}),
                )
                .await,
            )
            .await?;
        let now = |it: Value| both(&it["peerings"][0]["status"], &it["peerings"][0]["vpcCidr"]);
        until!(
            self,
            r#""active" "172.16.0.0/16""#,
            self.found(all.get(subscription).await),
            now
        );
        self.made(
            all.update(subscription, id, body!({"vpcCidr": "172.20.0.0/16"}))
                .await,
        )
        .await?;
        until!(
            self,
            r#""active" "172.20.0.0/16""#,
            self.found(all.get(subscription).await),
            now
        );
        self.made(all.delete(subscription, id).await).await?;
        until!(
            self,
            "null null",
            self.found(all.get(subscription).await),
            now
        );
        Ok(())
    }

    async fn gateway(&mut self, subscription: i32) -> Done {
        let all = self.api.transit_gateway();
        let invited = self
            .found(all.get_shared_invitations(subscription).await)
            .await?;
        let invitation = invited["resources"][0]["id"].to_string();
        self.made(all.accept_resource_share(subscription, invitation).await)
            .await?;
        let gateways = self.found(all.get_attachments(subscription).await).await?;
        let id = gateways["tgws"][0]["id"].to_string();
        self.made(all.create_attachment_with_id(subscription, &id).await)
            .await?;
        let now = |it: Value| {
            let gateway = &it["tgws"][0];
            both(
                &gateway["attachmentStatus"],
                &gateway["cidrs"][0]["cidrAddress"],
            )
        };
        until!(
            self,
            r#""available" null"#,
            self.found(all.get_attachments(subscription).await),
            now
        );
        self.made(
            all.update_attachment_cidrs(
                subscription,
                id.clone(),
                body!({"cidrs": ["10.10.0.0/16"]}),
            )
            .await,
        )
        .await?;
        until!(
            self,
            r#""available" "10.10.0.0/16""#,
            self.found(all.get_attachments(subscription).await),
            now
        );
        self.made(all.delete_attachment(subscription, id).await)
            .await?;
        until!(
            self,
            "null null",
            self.found(all.get_attachments(subscription).await),
            now
        );
        Ok(())
    }

    async fn private_link(&mut self, subscription: i32) -> Done {
        let all = self.api.private_link();
        self.made(
            all.create(
                subscription,
                body!({"shareName": "rust", "principal": "123456789012", "type": "aws_account",
                "alias": "ferris"}),
            )
            .await,
        )
        .await?;
        let now = |it: Value| {
            both(
                &it["status"],
                it["principals"].as_array().map_or(0, Vec::len),
            )
        };
        until!(
            self,
            r#""active" 1"#,
            self.found(all.get(subscription).await),
            now
        );
        self.made(
            all.add_principals(
                subscription,
                body!({"principal": "210987654321", "type": "aws_account"}),
            )
            .await,
        )
        .await?;
        until!(
            self,
            r#""active" 2"#,
            self.found(all.get(subscription).await),
            now
        );
        let script = self
            .found(all.get_endpoint_script(subscription).await)
            .await?;
        self.same(&script["resourceEndpointScript"].is_string(), &true)?;
        for principal in ["123456789012", "210987654321"] {
            self.made(
                all.remove_principals(subscription, body!({"principal": principal}))
                    .await,
            )
            .await?;
        }
        until!(
            self,
            r#""active" 0"#,
            self.found(all.get(subscription).await),
            now
        );
        self.made(all.delete(subscription).await).await?;
        until!(self, "null 0", self.found(all.get(subscription).await), now);
        Ok(())
    }

    /// A subscription of its own, since this is for Google alone.
    pub async fn google(&mut self) -> Done {
        let all = self.api.subscriptions();
        let id = self
            .made(
                all.create_subscription(body!({"name": "google", "paymentMethod": "marketplace",
                "cloudProviders": [{"provider": "GCP", "regions": [{"region": "us-central1"}]}],
                "databases": [{"name": "planned", "protocol": "redis", "datasetSizeInGb": 0.1}]}))
                    .await,
            )
            .await?;
        self.rested(id).await?;
        self.private_service_connect(id).await?;
        self.end(id).await
    }

    /// A subscription and its databases are active.
    pub async fn rested(&mut self, subscription: i32) -> Done {
        until!(
            self,
            "active",
            self.api
                .subscriptions()
                .get_subscription_by_id(subscription),
            |it: redis_cloud::subscriptions::Subscription| word(&it.status).to_string()
        );
        let databases = self.api.databases();
        for each in databases.get_all_databases(subscription).await? {
            until!(
                self,
                "active",
                databases.get_subscription_database_by_id(subscription, each.database_id),
                |it: redis_cloud::databases::Database| word(&it.status).to_string()
            );
        }
        Ok(())
    }

    async fn private_service_connect(&mut self, subscription: i32) -> Done {
        let all = self.api.psc();
        let service = self.made(all.create_service(subscription).await).await?;
        let status = |it: Value| it["status"].to_string();
        until!(
            self,
            r#""active""#,
            self.found(all.get_service(subscription).await),
            status
        );
        let endpoint = self
            .made(
                all.create_endpoint(
                    subscription,
                    service,
                    body!({"subscriptionId": subscription, "pscServiceId": service, "endpointId": 0,
                    "gcpProjectId": "shop", "gcpVpcName": "main", "gcpVpcSubnetName": "sub",
                    "endpointConnectionName": "rust"}),
                )
                .await,
            )
            .await?;
        let first = |it: Value| it["endpoints"][0]["status"].to_string();
        until!(
            self,
            r#""initialized""#,
            self.found(all.get_endpoints(subscription, service).await),
            first
        );
        // It stays so: the crate takes its script, which is a task, for a text, and has no word for accepting it.
        self.made(all.delete_endpoint(subscription, service, endpoint).await)
            .await?;
        until!(
            self,
            "null",
            self.found(all.get_endpoints(subscription, service).await),
            first
        );
        self.made(all.delete_service(subscription).await).await?;
        Ok(())
    }
}
