# A machine with gate as a service: HOME GATE [hold]. Runs in a mount namespace of its own until it is told to stop; `hold`: without the service.
set -e
home=$1 gate=$2
mkdir "$home/upper" "$home/overlay"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$home/upper,workdir=$home/overlay" /etc
# People and agents have homes, where what was understood of the configuration is kept; what commands run under has none.
mkdir "$home/homes"
for account in ann:61001 bob:61002 agent:61003 other:61004; do
  name=${account%:*} id=${account#*:}
  install -d -m 700 -o "$id" -g "$id" "$home/homes/$name"
  echo "$name:x:$id:$id::$home/homes/$name:/bin/sh" >> /etc/passwd
done
for account in gaterun:61009 gateother:61010; do
  echo "${account%:*}:x:${account#*:}:${account#*:}::/nonexistent:/bin/sh" >> /etc/passwd
done
rm -rf /etc/gate && mkdir -m 755 /etc/gate && mkdir -m 700 "$home/state" && mkdir -m 755 "$home/run"
cat > /etc/gate/config.yaml <<YAML
version: 1
people: { ann: { os: [ann] }, bob: { os: [bob] } }
groups: { sre: [ann, bob] }
agents: { deploy: { os: [agent], owner: ann } }
service: { socket: $home/run/gate.sock, user: root }
YAML
cat > /etc/gate/serve.yaml <<YAML
version: 1
state: $home/state
socket: { path: $home/run/gate.sock }
run_as: { default: gaterun }
YAML
mkdir "$home/state/policies"
cat > "$home/state/policies/host.yaml" <<YAML
version: 1
packs: []
default: allow
rules:
  - { id: removes, match: { tool: rm }, decision: hold, approvers: { from: [sre], count: 1 }, reason: it removes something }
  - { id: disks, match: { tool: mkfs }, decision: deny, reason: no disks }
  - { id: touches, match: { tool: touch }, decision: confirm, reason: somebody should mean it }
YAML
chmod 644 /etc/gate/* && chmod -R go-rwx "$home/state"
if [ "$3" = hold ]; then
  echo ready
  exec sleep infinity
fi
exec "$gate" serve
