//! Creates, reads, updates, waits for and deletes one of every family that the crate `redis-cloud` knows.

use redis_cloud::types::TaskStateUpdate;
use redis_cloud::types::TaskStatus::{ProcessingCompleted, ProcessingError};
use redis_cloud::{CloudClient, CloudError};
use serde_json::{Value, json};
use std::error::Error;
use std::fmt::{Debug, Display};
use std::time::{Duration, Instant};

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// What a resource may take until it is as it should be.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(200);

struct Walk {
    api: CloudClient,
    checks: usize,
}

/// A request of the crate, written as the JSON that it stands for.
macro_rules! body {
    ($($json:tt)+) => { &serde_json::from_value(json!($($json)+))? };
}

/// Asks until the answer is that.
macro_rules! until {
    ($walk:expr, $should:expr, $ask:expr, $show:expr) => {{
        let end = Instant::now() + PATIENCE;
        loop {
            let is = $show($ask.await?);
            if is == $should || Instant::now() > end {
                break $walk.same(&is, &$should.to_string())?;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }};
}

/// Asks until the crate says that nothing is there.
macro_rules! gone {
    ($walk:expr, $ask:expr) => {{
        let end = Instant::now() + PATIENCE;
        loop {
            match $ask.await {
                Err(CloudError::NotFound { .. }) => break $walk.checks += 1,
                Err(other) => return Err(other.into()),
                Ok(still) if Instant::now() > end => {
                    return Err(format!("is still there: {still:?}").into());
                }
                Ok(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }};
}

mod connectivity;
mod regions;

fn word(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or("nothing")
}

/// Two words of an answer, to wait for both.
fn both(first: impl Display, second: impl Display) -> String {
    format!("{first} {second}")
}

impl Walk {
    fn same<T: PartialEq + Debug>(&mut self, is: &T, should: &T) -> Done {
        if is != should {
            return Err(format!("is {is:?}, should be {should:?}").into());
        }
        self.checks += 1;
        Ok(())
    }

    /// Follows a task to its end, and tells the number of what it made, or 0.
    async fn made(&mut self, first: Result<TaskStateUpdate, CloudError>) -> Done<i32> {
        let task = self.ended(first).await?;
        self.checks += 1;
        Ok(task.response.and_then(|made| made.resource_id).unwrap_or(0))
    }

    /// Follows the task of a question to its end, and tells what it found.
    async fn found(&self, first: Result<TaskStateUpdate, CloudError>) -> Done<Value> {
        let task = self.ended(first).await?;
        Ok(json!(task.response.and_then(|found| found.resource)))
    }

    async fn ended(&self, first: Result<TaskStateUpdate, CloudError>) -> Done<TaskStateUpdate> {
        let id = first?.task_id.ok_or("no taskId")?;
        let end = Instant::now() + PATIENCE;
        loop {
            let task = self.api.tasks().get_task_by_id(id.clone()).await?;
            match task.status {
                Some(ProcessingCompleted) => return Ok(task),
                Some(ProcessingError) => return Err(format!("{task:?}").into()),
                _ if Instant::now() > end => return Err(format!("does not end: {task:?}").into()),
                _ => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    async fn account(&mut self) -> Done {
        let account = self.api.account();
        account.get_current_account().await?;
        account.get_data_persistence_options().await?;
        account.get_supported_database_modules().await?;
        account.get_account_payment_methods().await?;
        account.get_supported_search_scaling_factors().await?;
        account.get_supported_regions(Some("AWS".into())).await?;
        account.get_account_system_logs(None, None).await?;
        account.get_account_session_logs(None, None).await?;
        self.api.tasks().get_all_tasks().await?;
        self.checks += 9;
        Ok(())
    }

    /// The owner, whose name is changed; another one comes by invitation.
    async fn users(&mut self) -> Done {
        let users = self.api.users();
        let all = users.get_all_users().await?.users.unwrap_or_default();
        let id = all[0].id.ok_or("no id")?;
        self.made(users.update_user(id, body!({"name": "ferris"})).await)
            .await?;
        let name = users.get_user_by_id(id).await?.name;
        self.same(&word(&name), &"ferris")
    }

    async fn cloud_account(&mut self) -> Done<i32> {
        let all = self.api.cloud_accounts();
        let id = self
            .made(
                all.create_cloud_account(
                    body!({"name": "rust", "provider": "AWS", "accessKeyId": "AKIARUST",
                "accessSecretKey": "s", "consoleUsername": "u", "consolePassword": "p",
                "signInLoginUrl": "https://example.org"}),
                )
                .await,
            )
            .await?;
        until!(
            self,
            "active",
            all.get_cloud_account_by_id(id),
            |it: redis_cloud::cloud_accounts::CloudAccount| word(&it.status).to_string()
        );
        self.made(
            all.update_cloud_account(
                id,
                body!({"name": "rusty", "accessKeyId": "AKIARUST",
                "accessSecretKey": "s", "consoleUsername": "u", "consolePassword": "p"}),
            )
            .await,
        )
        .await?;
        until!(
            self,
            "active rusty",
            all.get_cloud_account_by_id(id),
            |it: redis_cloud::cloud_accounts::CloudAccount| both(word(&it.status), word(&it.name))
        );
        Ok(id)
    }

    async fn subscription(&mut self, cloud_account: i32) -> Done<i32> {
        let all = self.api.subscriptions();
        let id = self
            .made(
                all.create_subscription(body!({"name": "rust", "paymentMethod": "marketplace",
                "cloudProviders": [{"provider": "AWS", "cloudAccountId": cloud_account, "regions": [
                    {"region": "us-east-1", "networking": {"deploymentCidr": "10.0.0.0/24"}}]}],
                "databases": [{"name": "planned", "protocol": "redis", "datasetSizeInGb": 0.1}]}))
                    .await,
            )
            .await?;
        until!(
            self,
            "active",
            all.get_subscription_by_id(id),
            |it: redis_cloud::subscriptions::Subscription| word(&it.status).to_string()
        );
        self.made(all.update_subscription(id, body!({"name": "rusty"})).await)
            .await?;
        until!(
            self,
            "active rusty",
            all.get_subscription_by_id(id),
            |it: redis_cloud::subscriptions::Subscription| both(word(&it.status), word(&it.name))
        );
        self.made(
            all.update_subscription_maintenance_windows(
                id,
                body!({"mode": "manual", "windows": [
                {"startHour": 2, "durationInHours": 4, "days": ["Monday"]}]}),
            )
            .await,
        )
        .await?;
        let hours = all.get_subscription_maintenance_windows(id).await?;
        self.same(&word(&hours.mode), &"manual")?;
        all.get_subscription_pricing(id).await?;
        all.get_redis_versions(Some(id)).await?;
        self.made(
            all.update_subscription_cidr_allowlist(id, body!({"cidrIps": ["10.1.0.0/16"]}))
                .await,
        )
        .await?;
        let allowed = all.get_cidr_allowlist(id).await;
        self.made(allowed).await?;
        self.made(
            all.update_resource_tags(
                id,
                body!({"resourceTags": [{"key": "stage", "value": "rust"}]}),
            )
            .await,
        )
        .await?;
        Ok(id)
    }

    async fn database(&mut self, subscription: i32) -> Done<i32> {
        let all = self.api.databases();
        let id = self
            .made(
                all.create_database(
                    subscription,
                    body!({"name": "rust", "protocol": "redis",
                "datasetSizeInGb": 0.1, "replication": false, "dataPersistence": "none",
                "throughputMeasurement": {"by": "operations-per-second", "value": 1000}}),
                )
                .await,
            )
            .await?;
        until!(
            self,
            "active",
            all.get_subscription_database_by_id(subscription, id),
            |it: redis_cloud::databases::Database| word(&it.status).to_string()
        );
        self.made(
            all.update_database(
                subscription,
                id,
                body!({"name": "rusty", "datasetSizeInGb": 0.2}),
            )
            .await,
        )
        .await?;
        until!(
            self,
            "active rusty",
            all.get_subscription_database_by_id(subscription, id),
            |it: redis_cloud::databases::Database| both(word(&it.status), word(&it.name))
        );
        all.create_tag(subscription, id, body!({"key": "stage", "value": "rust"}))
            .await?;
        all.update_tag(subscription, id, "stage".into(), body!({"value": "rusty"}))
            .await?;
        let tags = all
            .get_tags(subscription, id)
            .await?
            .tags
            .unwrap_or_default();
        self.same(&word(&tags[0].value), &"rusty")?;
        all.delete_tag(subscription, id, "stage".into()).await?;
        all.get_slow_log(subscription, id, None).await?;
        all.get_available_target_versions(subscription, id).await?;
        self.made(all.get_database_backup_status(subscription, id, None).await)
            .await?;
        self.made(all.get_database_import_status(subscription, id).await)
            .await?;
        self.made(all.flush_database(subscription, id).await)
            .await?;
        until!(
            self,
            "active",
            all.get_subscription_database_by_id(subscription, id),
            |it: redis_cloud::databases::Database| word(&it.status).to_string()
        );
        gone!(self, all.get_traffic(subscription, id)); // only the source of a redirection has some
        let both = all.get_all_databases(subscription).await?;
        self.same(&both.len(), &2)?;
        Ok(id)
    }

    async fn access_control(&mut self, subscription: i32, database: i32) -> Done {
        let acl = self.api.acl();
        let rule = self
            .made(
                acl.create_redis_rule(body!({"name": "rust", "redisRule": "+@read ~rust:*"}))
                    .await,
            )
            .await?;
        self.made(
            acl.update_redis_rule(rule, body!({"name": "rust", "redisRule": "+@read ~*"}))
                .await,
        )
        .await?;
        let words = |it: redis_cloud::acl::AccountACLRedisRules| {
            let all = it.redis_rules.unwrap_or_default();
            all.iter()
                .find(|each| each.id == Some(rule))
                .map_or("nothing".into(), |it| both(word(&it.status), word(&it.acl)))
        };
        until!(self, "active +@read ~*", acl.get_all_redis_rules(), words);
        let role = self
            .made(
                acl.create_role(
                    body!({"name": "rust", "redisRules": [{"ruleName": "rust", "databases": [
                {"subscriptionId": subscription, "databaseId": database}]}]}),
                )
                .await,
            )
            .await?;
        let user = self
            .made(
                acl.create_user(
                    body!({"name": "ferris", "role": "rust", "password": "Rust-And-Rust-1"}),
                )
                .await,
            )
            .await?;
        self.made(acl.update_role(role, body!({"name": "rusty"})).await)
            .await?;
        until!(
            self,
            "active rusty",
            acl.get_user_by_id(user),
            |it: redis_cloud::acl::ACLUser| both(word(&it.status), word(&it.role))
        );
        self.made(
            acl.update_acl_user(user, body!({"password": "Rusty-And-Rusty-1"}))
                .await,
        )
        .await?;
        self.made(acl.delete_user(user).await).await?;
        gone!(self, acl.get_user_by_id(user));
        self.made(acl.delete_acl_role(role).await).await?;
        until!(
            self,
            "0",
            acl.get_roles(),
            |it: redis_cloud::acl::AccountACLRoles| it.roles.unwrap_or_default().len().to_string()
        );
        self.made(acl.delete_redis_rule(rule).await).await?;
        until!(self, "nothing", acl.get_all_redis_rules(), words);
        Ok(())
    }

    async fn cost_report(&mut self) -> Done {
        let reports = self.api.cost_reports();
        let request =
            serde_json::from_value(json!({"startDate": "2025-01-01", "endDate": "2025-01-31",
            "format": "json"}))?;
        let made = self
            .found(reports.generate_cost_report(request).await)
            .await?;
        let id = made["costReportId"].as_str().ok_or("no costReportId")?;
        let report: Value = serde_json::from_slice(&reports.download_cost_report(id).await?)?;
        self.same(&report.is_array(), &true)
    }

    /// Takes down a subscription with its databases.
    async fn end(&mut self, subscription: i32) -> Done {
        let databases = self.api.databases();
        for each in databases.get_all_databases(subscription).await? {
            self.made(
                databases
                    .delete_database_by_id(subscription, each.database_id)
                    .await,
            )
            .await?;
            gone!(
                self,
                databases.get_subscription_database_by_id(subscription, each.database_id)
            );
        }
        let subscriptions = self.api.subscriptions();
        self.made(subscriptions.delete_subscription_by_id(subscription).await)
            .await?;
        gone!(self, subscriptions.get_subscription_by_id(subscription));
        Ok(())
    }

    async fn end_of_cloud_account(&mut self, cloud_account: i32) -> Done {
        let accounts = self.api.cloud_accounts();
        self.made(accounts.delete_cloud_account(cloud_account).await)
            .await?;
        gone!(self, accounts.get_cloud_account_by_id(cloud_account));
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Done {
    let told = std::env::var;
    let api = CloudClient::builder()
        .base_url(told("REDIS_CLOUD_API_URL")?)
        .api_key(told("REDIS_CLOUD_API_KEY")?)
        .api_secret(told("REDIS_CLOUD_API_SECRET")?)
        .build()?;
    let mut walk = Walk { api, checks: 0 };
    walk.account().await?;
    walk.users().await?;
    let cloud_account = walk.cloud_account().await?;
    let subscription = walk.subscription(cloud_account).await?;
    let database = walk.database(subscription).await?;
    walk.access_control(subscription, database).await?;
    walk.connectivity(subscription).await?;
    walk.google().await?;
    walk.regions().await?;
    walk.cost_report().await?;
    walk.end(subscription).await?;
    walk.end_of_cloud_account(cloud_account).await?;
    println!("passed {} checks", walk.checks);
    Ok(())
}
