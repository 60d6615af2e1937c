/**
 * `PREFIX/bin/gate` where there is no standalone executable: starts `PREFIX/lib/gate/gate.js` on the Node it was installed
 * with, or on a newer one of `PATH` when that one has gone. Links to it are followed.
 *
 * @param node absolute path of the Node that runs now
 */
export function launcher(node: string): string {
  return `#!/bin/sh
here=$0
while [ -L "$here" ]; do
  link=$(readlink -- "$here") || break
  case $link in /*) here=$link ;; *) here=\${here%/*}/$link ;; esac
done
gate=\${here%/*}/../lib/gate/gate.js
# The runtime cannot start where nothing is; the shell knows without asking anybody.
if [ ! -d "\${PWD-}" ]; then
  echo "gate: the current directory no longer exists" >&2
  echo "  change to a directory that exists and ask again" >&2
  exit 64
fi
node=${shellWord(node)}
[ -x "$node" ] && exec "$node" --disable-warning=ExperimentalWarning "$gate" "$@"
case $(node --version 2>/dev/null) in
  v2[2-9].* | v[3-9][0-9].*) exec node --disable-warning=ExperimentalWarning "$gate" "$@" ;;
esac
echo "gate: $node is gone, and gate needs Node 22 or newer in PATH" >&2
exit 70
`;
}

function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
