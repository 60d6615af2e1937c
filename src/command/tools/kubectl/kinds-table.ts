/**
 * Short and plural names by the singular kind, as `kubectl api-resources` of Kubernetes 1.33 and `oc api-resources` of
 * OpenShift 4.18 print them. A kind that is missing keeps the name it was given.
 */
export const KINDS = `
pod: po pods
service: svc services
deployment: deploy deployments
replicaset: rs replicasets
statefulset: sts statefulsets
daemonset: ds daemonsets
replicationcontroller: rc replicationcontrollers
namespace: ns namespaces
node: no nodes
secret: secrets
configmap: cm configmaps
serviceaccount: sa serviceaccounts
ingress: ing ingresses
ingressclass: ingressclasses
job: jobs
cronjob: cj cronjobs
persistentvolume: pv persistentvolumes
persistentvolumeclaim: pvc persistentvolumeclaims
storageclass: sc storageclasses
csidriver: csidrivers
csinode: csinodes
csistoragecapacity: csistoragecapacities
volumeattachment: volumeattachments
volumeattributesclass: vac volumeattributesclasses
volumesnapshot: vs volumesnapshots
volumesnapshotclass: vsclass volumesnapshotclasses
volumesnapshotcontent: vsc volumesnapshotcontents
horizontalpodautoscaler: hpa horizontalpodautoscalers
networkpolicy: netpol networkpolicies
poddisruptionbudget: pdb poddisruptionbudgets
priorityclass: pc priorityclasses
runtimeclass: runtimeclasses
resourcequota: quota resourcequotas
limitrange: limits limitranges
endpoints: ep endpoint
endpointslice: endpointslices
event: ev events
binding: bindings
componentstatus: cs componentstatuses
customresourcedefinition: crd crds customresourcedefinitions
apiservice: apiservices
controllerrevision: controllerrevisions
lease: leases
podtemplate: podtemplates
role: roles
rolebinding: rolebindings
clusterrole: clusterroles
clusterrolebinding: clusterrolebindings
certificatesigningrequest: csr certificatesigningrequests
clustertrustbundle: clustertrustbundles
validatingwebhookconfiguration: validatingwebhookconfigurations
mutatingwebhookconfiguration: mutatingwebhookconfigurations
validatingadmissionpolicy: validatingadmissionpolicies
validatingadmissionpolicybinding: validatingadmissionpolicybindings
mutatingadmissionpolicy: mutatingadmissionpolicies
mutatingadmissionpolicybinding: mutatingadmissionpolicybindings
podsecuritypolicy: psp podsecuritypolicies
flowschema: flowschemas
prioritylevelconfiguration: prioritylevelconfigurations
ipaddress: ip ipaddresses
servicecidr: servicecidrs
resourceclaim: resourceclaims
resourceclaimtemplate: resourceclaimtemplates
deviceclass: deviceclasses
resourceslice: resourceslices
deploymentconfig: dc deploymentconfigs
build: builds
buildconfig: bc buildconfigs
imagestream: is imagestreams
imagestreamtag: istag imagestreamtags
image: images
route: routes
project: projects
template: templates
user: users
group: groups
identity: identities
useridentitymapping: useridentitymappings
oauth: oauths
oauthclient: oauthclients
oauthclientauthorization: oauthclientauthorizations
oauthaccesstoken: oauthaccesstokens
oauthauthorizetoken: oauthauthorizetokens
useroauthaccesstoken: useroauthaccesstokens
securitycontextconstraint: scc securitycontextconstraints
clusteroperator: co clusteroperators
clusterversion: clusterversions
machineconfig: mc machineconfigs
machineconfigpool: mcp machineconfigpools
machine: machines
machineset: machinesets
`;
