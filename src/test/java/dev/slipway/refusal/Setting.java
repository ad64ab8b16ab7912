package dev.slipway.refusal;

import dev.slipway.model.Catalogue;
import dev.slipway.model.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What several scenes have.
final class Setting {
  static final String DATABASES = "/subscriptions/10001/databases";
  static final String DATABASE = DATABASES + "/10001";
  static final String SECOND = "{'name':'second','datasetSizeInGb':0.1,'port':10777}";
  static final String SUBSCRIPTION =
      """
      {'name':'shop','paymentMethod':'marketplace',
       'cloudProviders':[{'regions':[{'region':'us-east-1'}]}],
       'databases':[{'name':'cache','datasetSizeInGb':0.1}]}
      """;
  static final String CLOSED =
      SUBSCRIPTION.replace("{'name':'shop'", "{'publicEndpointAccess':false");
  static final String FLASH =
      SUBSCRIPTION.replace("{'name':'shop'", "{'memoryStorage':'ram-and-flash'");
  static final String GOOGLE =
      SUBSCRIPTION.replace(
          "'regions':[{'region':'us-east-1'}]",
          "'provider':'GCP','regions':[{'region':'us-central1'}]");
  static final String OWN_ACCOUNT =
      SUBSCRIPTION.replace("{'regions'", "{'cloudAccountId':10001,'regions'");
  static final String KEY =
      """
      {'deletionGracePeriod':'1-hour','customerManagedKeys':[
        {'resourceName':'arn:aws:kms:us-east-1:123456789012:key/a'}]}
      """;
  static final String WORLD =
      """
      {'name':'world','deploymentType':'active-active','paymentMethod':'marketplace',
       'cloudProviders':[{'regions':[
         {'region':'us-east-1','networking':{'deploymentCIDR':'10.0.1.0/24'}},
         {'region':'us-east-2','networking':{'deploymentCIDR':'10.0.2.0/24'}}]}],
       'databases':[{'name':'cache','datasetSizeInGb':0.5}]}
      """;
  static final String WORLD_AT_GOOGLE =
      WORLD
          .replace("[{'regions'", "[{'provider':'GCP','regions'")
          .replace("us-east-1", "us-central1")
          .replace("us-east-2", "us-east1");
  static final String PEERING =
      """
      {'region':'us-east-1','awsAccountId':'123456789012','vpcId':'vpc-1',
       'vpcCidr':'10.10.0.0/16'}
      """;
  static final String WORLD_PEERING =
      """
      {'sourceRegion':'us-east-2','destinationRegion':'eu-west-1','awsAccountId':'123456789012',
       'vpcId':'vpc-1','vpcCidr':'172.16.0.0/16'}
      """;
  static final String ENDPOINT =
      """
      {'gcpProjectId':'shop','gcpVpcName':'main','gcpVpcSubnetName':'sub',
       'endpointConnectionName':'redis'}
      """;
  static final String LINK =
      "{'shareName':'redis','principal':'123456789012','type':'aws_account'}";

  private static final List<String> REGIONS =
      List.of(
          "us-east-1",
          "us-west-1",
          "us-west-2",
          "eu-west-1",
          "ap-southeast-1",
          "ap-northeast-1",
          "sa-east-1",
          "ap-southeast-2",
          "eu-central-1",
          "ap-south-1");

  private Setting() {}

  /// A subscription with a database.
  ///
  /// @param wish further fields of the database, each after a comma; or another size
  static void database(Stage stage, String wish) {
    String size = wish.contains("datasetSizeInGb") ? "" : ",'datasetSizeInGb':0.1";
    stage.active("/subscriptions", SUBSCRIPTION.replace(",'datasetSizeInGb':0.1", size + wish));
  }

  /// A subscription without databases.
  static void empty(Stage stage) {
    int id = stage.active("/subscriptions", SUBSCRIPTION);
    int database = stage.databaseOf(id);
    stage.accepted("DELETE", "/subscriptions/" + id + "/databases/" + database, "");
    stage.forget(Kind.DATABASE, database);
  }

  /// A change of a database that has it backed up, or no more.
  static String backup(boolean active) {
    return """
    {'remoteBackup':{'active':%s,'interval':'every-24-hours','storageType':'aws-s3',
     'storagePath':'s3://bucket/path'}}
    """
        .formatted(active);
  }

  /// A cloud account at AWS.
  static String account(int number) {
    return """
    {'name':'account %s','provider':'AWS','accessKeyId':'KEY%s','accessSecretKey':'secret',
     'consoleUsername':'user','consolePassword':'password','signInLoginUrl':'https://example.com'}
    """
        .formatted(number, number);
  }

  /// An Active-Active subscription in ten regions.
  static String tenRegions() {
    String regions =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    "{'region':'%s','networking':{'deploymentCIDR':'10.0.%s.0/24'}}"
                        .formatted(REGIONS.get(i), i))
            .collect(Collectors.joining(","));
    return WORLD.replaceFirst("'regions':\\[[^]]*]", "'regions':[" + regions + "]");
  }

  /// With a preview, 9.0, and only one zone in us-west-1.
  static Catalogue other(Catalogue usual) {
    return new Catalogue(
        usual.regions().stream().map(Setting::smaller).toList(),
        usual.modules(),
        Stream.concat(
                usual.redisVersions().stream(),
                Stream.of(new Catalogue.Version("9.0", null, true, false)))
            .toList(),
        usual.paymentMethods(),
        usual.cloudAccounts(),
        usual.shardUnits(),
        usual.flashUnits(),
        usual.currency());
  }

  private static Catalogue.Region smaller(Catalogue.Region region) {
    return region.name().equals("us-west-1")
        ? new Catalogue.Region(
            region.id(),
            region.name(),
            region.provider(),
            region.zones().subList(0, 1),
            region.timeZone())
        : region;
  }

  /// The same subscription with keys of the user's own.
  static String keyed(String subscription) {
    return subscription.replaceFirst(
        "\\{", "{'persistentStorageEncryptionType':'customer-managed-key',");
  }
}
