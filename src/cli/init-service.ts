/**
 * `gate init service`: the unit of systemd for `gate serve`, for an account that is not root. What is hardened for the service holds for the commands
 * that it starts as well, so nothing is in here that they would be broken by, beyond what docs/host-mode.md lists.
 *
 * @param gate absolute path of the executable
 */
export function serviceUnit(gate: string): string {
  return `[Unit]
Description=gate: commands by policy, approval and record
After=network.target nss-user-lookup.target

[Service]
Type=notify
NotifyAccess=main
ExecStart=${gate} serve
ExecReload=/bin/kill -HUP $MAINPID
WatchdogSec=60
Restart=on-failure
RestartSec=2
# The service ends its commands itself; what is left after that is killed.
KillMode=mixed
TimeoutStopSec=40

User=gate
Group=gate
# Commands run under other accounts (setuid, setgid, chown), hear signals (kill), and have namespaces (sys_admin). They themselves have none of it.
AmbientCapabilities=CAP_SETUID CAP_SETGID CAP_CHOWN CAP_KILL CAP_SYS_ADMIN
CapabilityBoundingSet=CAP_SETUID CAP_SETGID CAP_CHOWN CAP_KILL CAP_SYS_ADMIN
NoNewPrivileges=yes

StateDirectory=gate
StateDirectoryMode=0700
RuntimeDirectory=gate
RuntimeDirectoryMode=0755
UMask=0077

# Where commands may write at all: add the places that your agents work in.
ProtectSystem=strict
ReadWritePaths=-/home -/srv -/tmp -/var/tmp
# Agents work in homes and in /tmp, and so do their commands.
ProtectHome=no
PrivateTmp=no
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictNamespaces=pid mnt
RestrictRealtime=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service @mount
SystemCallErrorNumber=EPERM
KeyringMode=private

# Of the service and all of its commands together.
MemoryMax=80%
TasksMax=4096
LimitNOFILE=65536
LimitCORE=0
OOMPolicy=continue
OOMScoreAdjust=-500

[Install]
WantedBy=multi-user.target
`;
}
