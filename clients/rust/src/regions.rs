//! Active-Active subscriptions: their regions, what a region has of its own, and what connects one.

use super::*;
use crate::connectivity::VPC;

impl Walk {
    pub async fn regions(&mut self) -> Done {
        let all = self.api.subscriptions();
        let id = self
            .made(
                all.create_subscription(body!({"name": "world", "deploymentType": "active-active",
                "paymentMethod": "marketplace", "cloudProviders": [{"regions": [
                    {"region": "us-east-1", "networking": {"deploymentCidr": "10.0.1.0/24"}},
                    {"region": "us-east-2", "networking": {"deploymentCidr": "10.0.2.0/24"}}]}],
                "databases": [{"name": "planned", "protocol": "redis", "datasetSizeInGb": 0.1}]}))
                    .await,
            )
            .await?;
        self.rested(id).await?;
        self.local_properties(id).await?;
        self.more_regions(id).await?;
        self.connect_regions(id).await?;
        self.end(id).await
    }

    async fn local_properties(&mut self, world: i32) -> Done {
        let all = self.api.databases();
        let id = all.get_all_databases(world).await?[0].database_id;
        self.made(
            all.update_crdb_local_properties(
                world,
                id,
                body!({"globalDataPersistence": "aof-every-1-second", "regions": [
                    {"region": "us-east-1", "dataPersistence": "none"}]}),
            )
            .await,
        )
        .await?;
        self.rested(world).await?;
        let shown = self
            .api
            .get_raw(&format!("/subscriptions/{world}/databases/{id}"))
            .await?;
        let persistence = |region: usize| &shown["crdbDatabases"][region]["dataPersistence"];
        self.same(persistence(0), &json!("none"))?;
        self.same(persistence(1), &json!("aof-every-1-second"))?;
        self.made(all.flush_crdb(world, id, body!({})).await)
            .await?;
        self.rested(world).await
    }

    async fn more_regions(&mut self, world: i32) -> Done {
        let all = self.api.subscriptions();
        self.made(
            all.add_new_region_to_active_active_subscription(
                world,
                body!({"region": "eu-west-1", "deploymentCidr": "10.0.3.0/24", "databases": [
                    {"name": "planned", "localThroughputMeasurement": {"region": "eu-west-1",
                    "writeOperationsPerSecond": 500, "readOperationsPerSecond": 500}}]}),
            )
            .await,
        )
        .await?;
        self.rested(world).await?;
        self.region_count(world, 3).await?;
        self.made(
            all.delete_regions_from_active_active_subscription(
                world,
                body!({"regions": [{"region": "eu-west-1"}]}),
            )
            .await,
        )
        .await?;
        self.rested(world).await?;
        self.region_count(world, 2).await
    }

    /// The crate reads of the regions only whose they are.
    async fn region_count(&mut self, world: i32, should: usize) -> Done {
        let all = self.api.subscriptions();
        let whose = all
            .get_regions_from_active_active_subscription(world)
            .await?;
        self.same(&whose.subscription_id, &Some(world))?;
        let shown = self
            .api
            .get_raw(&format!("/subscriptions/{world}/regions"))
            .await?;
        self.same(&shown["regions"].as_array().map_or(0, Vec::len), &should)
    }

    async fn connect_regions(&mut self, world: i32) -> Done {
        let all = self.api.vpc_peering();
        let (account, vpc, network) = VPC;
        let id = self
            .made(
                all.create_active_active(
                    world,
                    body!({"sourceRegion": "us-east-1", "destinationRegion": "eu-west-1",
                    "awsAccountId": account, "vpcId": vpc, "vpcCidr": network}),
                )
                .await,
            )
            .await?;
        let status = |it: Value| it["regions"][0]["vpcPeerings"][0]["status"].to_string();
        until!(
            self,
            r#""active""#,
            self.found(all.get_active_active(world).await),
            status
        );
        self.made(
            all.update_active_active(world, id, body!({"vpcCidr": "172.20.0.0/16"}))
                .await,
        )
        .await?;
        self.made(all.delete_active_active(world, id).await).await?;
        until!(
            self,
            "null",
            self.found(all.get_active_active(world).await),
            status
        );
        Ok(())
    }
}
