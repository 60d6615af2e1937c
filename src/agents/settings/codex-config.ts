/** What `config.toml` of Codex says about hooks and about where its sandbox lets commands write. Read only; gate never writes it. Pure. */
export interface CodexConfig {
  /** Hooks are switched off. */
  readonly hooksOff: boolean;
  /** There are hooks in it too; Codex runs both and warns about it. */
  readonly ownHooks: boolean;
  /** `[sandbox_workspace_write]` is there, and may have one line more but not a second table. */
  readonly sandboxTable: boolean;
  /** A list of writable directories is there. */
  readonly roots: string | undefined;
}

/** By its lines: enough for advice, and nothing else is made of it. */
export function readCodexConfig(text: string): CodexConfig {
  let table = '';
  let hooksOff = false;
  let ownHooks = false;
  let sandboxTable = false;
  let roots: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, name] = /^\s*\[{1,2}\s*([^\]]+?)\s*\]{1,2}\s*(?:#.*)?$/.exec(line) ?? [];
    if (name !== undefined) {
      table = name;
      ownHooks ||= /^hooks(?:\.|$)/.test(name) && !/^hooks\.state(?:\.|$)/.test(name) && name !== 'hooks';
      sandboxTable ||= name === 'sandbox_workspace_write';
      continue;
    }
    const [, key, value = ''] = /^\s*([\w.-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === undefined) continue;
    const full = table === '' ? key : `${table}.${key}`;
    hooksOff ||= /^features\.(?:codex_)?hooks$/.test(full) && /^false\b/.test(value);
    ownHooks ||= /^hooks\.[A-Z]\w*$/.test(full);
    if (full === 'sandbox_workspace_write.writable_roots') roots = value;
  }
  return { hooksOff, ownHooks, sandboxTable, roots };
}
