import { EffectTable } from '../../effect-table.ts';

/** Commands of az whose last word alone says too little or the wrong thing. Groups end in `*`. */
export const AZ = new EffectTable(`
  write: network manager post-commit | storage message get | iot device simulate | notification-hub test-send | grafana notification-channel test |
    datamigration performance-data-collection | vm assess-patches | connectedmachine assess-patches | acr webhook ping | ml run monitor-tensorboard |
    connectedk8s troubleshoot | upgrade
  privilege: iot hub certificate verify | iot dps certificate verify
  secret: datafactory get-data-plane-access | datafactory integration-runtime get-connection-info | synapse integration-runtime get-connection-info
  read: mysql server show-connection-string | mysql show-connection-string | mysql flexible-server show-connection-string | mariadb server show-connection-string |
    postgres server show-connection-string | postgres show-connection-string | postgres flexible-server show-connection-string | sql db show-connection-string |
    synapse sql pool show-connection-string | version | find | config get | bicep list-versions | bicep version | keyvault secret list | keyvault secret list-versions |
    keyvault secret list-deleted | vm list-ip-addresses | ad app credential list | ad sp credential list | aks get-upgrades | aks get-versions |
    acr task logs | deployment group what-if | deployment sub what-if | resource list | graph query | feedback | survey | self-test |
    storage blob url | storage file url | boards query | next | role assignment list | storage blob exists | keyvault key show |
    keyvault certificate show | monitor log-analytics query | sshkey list | sshkey show | vm image terms show | vm get-instance-view |
    webapp log tail | webapp log show | provider operation show | keyvault show
  write: account set | bicep * | configure | config set | config unset | cloud set | cloud register | cloud unregister | cloud update | init |
    lock create | lock update | network vnet peering sync | storage blob upload | storage blob upload-batch | storage file upload |
    storage file upload-batch | iot device send-d2c-message | keyvault secret set | keyvault secret set-attributes | keyvault secret recover |
    keyvault certificate create | keyvault key create | keyvault key rotate | storage blob copy start | storage blob copy start-batch |
    storage file copy start | storage copy | acr import | repos import create | appconfig kv import | policy assignment create |
    policy definition create | webapp deploy | deployment group create | vm open-port | alias create | alias import
  destroy: group delete | keyvault purge | keyvault secret purge | keyvault key purge | cache purge | vm simulate-eviction | servicebus queue delete |
    storage entity delete | storage message clear
  privilege: login | logout | account clear | role assignment create | role assignment delete | role assignment update | role definition create |
    role definition delete | role definition update | ad app create | ad app update | ad app owner add | ad app owner remove | ad app permission add |
    ad app permission grant | ad app permission admin-consent | ad app permission delete | ad group create | ad group member add |
    ad group member remove | ad group owner add | ad group owner remove | ad user create | ad user update | ad sp create | ad sp update |
    ad app federated-credential create | ad app federated-credential update | ad app federated-credential delete | keyvault set-policy |
    keyvault delete-policy | keyvault role assignment create | keyvault role assignment delete | identity create | vm identity assign |
    vm identity remove | webapp identity assign | functionapp identity assign | devops login | devops logout | devops user add | devops user update |
    devops user remove | devops security permission update | devops security permission reset | devops security group create |
    devops security group membership add | devops security group membership remove | acr login | ad ds create | storage fs access set |
    storage fs access set-recursive | storage fs access update-recursive | storage fs access remove-recursive | aks update-credentials |
    vm user update | vm user reset-ssh | vm user delete | sql server ad-admin create | sql server ad-admin update | sql server ad-admin delete |
    postgres server ad-admin create | mysql server ad-admin create | storage container policy create | storage container policy update |
    storage container policy delete | acr token create | acr scope-map create | acr scope-map update | account management-group subscription add |
    managedservices assignment create | managedservices definition create
  destroy+privilege: ad app delete | ad sp delete | ad user delete | ad group delete | acr token delete | acr scope-map delete |
    managedservices assignment delete | identity delete | devops security group delete
  secret+privilege: ad sp create-for-rbac | ad app credential reset | ad sp credential reset | acr token credential generate
  secret: mesh secretvalue show | mesh secretvalue list | lab secret show | lab secret list | network vpn-connection shared-key show | webpubsub key show |
    spatial-anchors-account key show | remote-rendering-account key show | ml endpoint realtime get-access-token | ml endpoint realtime get-keys |
    ml service get-access-token | ml service get-keys | ml computetarget get-credentials | communication identity token get-for-teams-user |
    communication user-identity token get-for-teams-user | datadog monitor get-default-key | import-export bit-locker-key list | staticwebapp secrets list |
    notification-hub credential list | containerapp job secret list | containerapp job secret show | keyvault secret show | keyvault secret download | keyvault secret backup | keyvault key download | keyvault key decrypt |
    keyvault key sign | keyvault key backup | keyvault certificate download | account get-access-token | acr credential show | cosmosdb keys list |
    cosmosdb list-keys | cosmosdb list-connection-strings | storage account keys list | storage account show-connection-string |
    batch account keys list | webapp config connection-string list | webapp config appsettings list | functionapp config appsettings list |
    staticwebapp appsettings list | functionapp keys list | functionapp function keys list | search admin-key show | search query-key list |
    containerapp secret show | containerapp secret list | iot hub connection-string show | iot hub policy show |
    iot hub device-identity connection-string show | iot hub module-identity connection-string show | relay namespace authorization-rule keys list |
    relay hyco authorization-rule keys list | relay wcfrelay authorization-rule keys list | servicebus namespace authorization-rule keys list |
    servicebus queue authorization-rule keys list | servicebus topic authorization-rule keys list | eventhubs namespace authorization-rule keys list |
    eventhubs eventhub authorization-rule keys list | servicebus georecovery-alias authorization-rule keys list |
    eventhubs georecovery-alias authorization-rule keys list | notification-hub authorization-rule list-keys |
    notification-hub namespace authorization-rule list-keys | signalr key list | maps account keys list | cognitiveservices account keys list |
    appconfig credential list | eventgrid topic key list | eventgrid domain key list | eventgrid partner namespace key list |
    webapp deployment list-publishing-credentials | webapp deployment list-publishing-profiles | functionapp deployment list-publishing-credentials |
    functionapp deployment list-publishing-profiles | logicapp config appsettings list | communication list-key | spring test-endpoint list |
    spring-cloud test-endpoint list | monitor log-analytics workspace get-shared-keys | purview account list-key
  secret+write: aks get-credentials | fleet get-credentials | storage account keys renew | acr credential renew | cosmosdb keys regenerate |
    batch account keys renew | servicebus namespace authorization-rule keys renew | eventhubs namespace authorization-rule keys renew |
    storage account generate-sas | signalr key renew | search admin-key renew | search query-key create | functionapp keys set |
    functionapp function keys set | maps account keys renew | cognitiveservices account keys regenerate | ml workspace list-keys
  execute: vm run-command invoke | vm run-command create | vm run-command update | vmss run-command invoke | vmss run-command create |
    vmss run-command update | aks command invoke | container exec | container attach | containerapp exec | ssh * | webapp ssh |
    webapp create-remote-connection | serial-console connect | interactive | spring app connect | network bastion ssh | network bastion rdp |
    network bastion tunnel | connectedk8s proxy | aks browse | vm repair run | vm extension set | vmss extension set | acr run | acr build |
    acr task run | acr pack build | extension add | extension update | postgres flexible-server connect | mysql flexible-server connect |
    postgres flexible-server execute | mysql flexible-server execute | iot hub invoke-device-method | iot hub invoke-module-method | devops invoke |
    synapse spark statement invoke | pipelines run | pipelines build queue | aks use-dev-spaces | hdinsight script-action execute
  export: storage blob download | storage blob download-batch | storage file download | storage file download-batch | storage fs file download |
    storage fs directory download | sql db export | appconfig kv export | group export | keyvault backup start
`);
