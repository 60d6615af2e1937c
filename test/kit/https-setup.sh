# Two machines in one: PLACE GATE WHICH HOME. A service that listens on a socket and over TLS, and then a machine that calls it from elsewhere. Runs in a mount
# namespace of its own until it is told to stop; files under HOME/etc and HOME/elsewhere are its configuration and that of the other machine.
set -e
place=$1 gate=$2 which=$3 home=$4
mkdir "$place/upper" "$place/overlay"
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$place/upper,workdir=$place/overlay" /etc
for account in ann:61001 bob:61002 agent:61003 cara:61005 gaterun:61009; do
  echo "${account%:*}:x:${account#*:}:${account#*:}::$home/homes/${account%:*}:/bin/sh" >> /etc/passwd
done
mkdir -p /etc/gate && mount --bind "$home/$which" /etc/gate
if [ "$which" = elsewhere ]; then
  echo ready
  exec cat
fi
exec "$gate" serve
