/**
 * Configuration of git by what it can do. git runs programs named in many keys, and the list grows; so the harmless ones
 * are listed (git-config(1), 2.51: how things look, names, limits and habits) and every other key counts as one that
 * decides what runs or where things go.
 */
const HARMLESS: readonly string[] = [
  'user\\.(name|email|useconfigonly)',
  'author\\.(name|email)',
  'committer\\.(name|email)',
  'color\\..+',
  'column\\..+',
  'advice\\..+',
  'core\\.(quotepath|abbrev|autocrlf|eol|safecrlf|longpaths|precomposeunicode|ignorecase|commentchar|commentstring' +
    '|whitespace|filemode|symlinks|preloadindex|compression|loosecompression|bigfilethreshold|checkstat|trustctime' +
    '|untrackedcache|logallrefupdates|packedgitlimit|packedgitwindowsize|deltabasecachelimit|splitindex' +
    '|multipackindex|commitgraph|fscache|hidedotfiles|protecthfs|protectntfs|sparsecheckout|sparsecheckoutcone' +
    '|usereplacerefs|warnambiguousrefs|maxtreedepth|checkroundtripencoding|bare|createobject|fsync|fsyncmethod' +
    '|notesref|repositoryformatversion|sharedrepository)',
  'log\\..+',
  'status\\..+',
  'diff\\.(algorithm|autorefreshindex|colormoved|colormovedws|context|dirstat|dstprefix|srcprefix|ignoresubmodules' +
    '|indentheuristic|interhunkcontext|mnemonicprefix|noprefix|orderfile|relative|renamelimit|renames|statgraphwidth' +
    '|statnamewidth|submodule|suppressblankempty|wordregex|wserrorhighlight)',
  'init\\.(defaultbranch|defaultobjectformat|defaultrefformat)',
  'commit\\.(gpgsign|cleanup|status|verbose)',
  'tag\\.(sort|gpgsign|forcesignannotated)',
  'push\\.(default|autosetupremote|followtags|gpgsign|recursesubmodules|useforceifincludes|negotiate|usebitmaps)',
  'pull\\.(ff|rebase|octopus|twohead)',
  'merge\\.(ff|conflictstyle|renames|renamelimit|directoryrenames|stat|log|branchdesc|autostash|defaulttoupstream' +
    '|verbosity|suppressdest|verifysignatures)',
  'rebase\\.(autosquash|autostash|updaterefs|missingcommitscheck|stat|abbreviatecommands|forkpoint|rebasemerges' +
    '|maxlabellength|rescheduledfailedexec|backend)',
  'fetch\\.(prune|prunetags|all|parallel|recursesubmodules|writecommitgraph|fsckobjects|unpacklimit|output' +
    '|showforcedupdates|negotiationalgorithm)',
  'gc\\..+',
  'pack\\..+',
  'index\\..+',
  'feature\\..+',
  'grep\\.(linenumber|column|patterntype|extendedregexp|threads|fullname|fallbacktonoindex)',
  'blame\\.(blankboundary|coloring|date|showemail|showroot|markunblamablelines|markignoredlines|ignorerevsfile)',
  'branch\\.(autosetupmerge|autosetuprebase|sort|.+\\.(merge|rebase|description))',
  'checkout\\.(defaultremote|guess|workers)',
  'clean\\.requireforce',
  'clone\\.(defaultremotename|rejectshallow|filtersubmodules)',
  'completion\\..+',
  'format\\.(attach|coverletter|pretty|signoff|thread|numbered|outputdirectory|subjectprefix|suffix|headers' +
    '|useautobase|notes|encodeemailheaders|from|noprefix|forceinbodyfrom|mboxrd|cc|to|signature)',
  'help\\.(autocorrect|format)',
  'http\\.(postbuffer|lowspeedlimit|lowspeedtime|maxrequests|minsessions|version|useragent)',
  'i18n\\..+',
  'mailinfo\\.scissors',
  'maintenance\\.(auto|strategy|.+\\.(enabled|schedule))',
  'notes\\.(displayref|mergestrategy|rewritemode|rewriteref|rewrite\\..+)',
  'pretty\\..+',
  'protocol\\.version',
  'receive\\.(fsckobjects|denycurrentbranch|denydeletes|denynonfastforwards|unpacklimit|autogc)',
  'rerere\\..+',
  'revert\\.reference',
  'showbranch\\.default',
  'splitindex\\..+',
  'stash\\..+',
  'submodule\\.(recurse|fetchjobs|active|.+\\.(active|branch|ignore|fetchrecursesubmodules))',
  'trailer\\.(where|ifexists|ifmissing|separators|.+\\.(key|where|ifexists|ifmissing))',
  'transfer\\.(fsckobjects|unpacklimit|credentialsinurl)',
  'uploadpack\\.(allowfilter|allowanysha1inwant|allowrefinwant|allowtipsha1inwant|allowreachablesha1inwant' +
    '|hiderefs|keepalive)',
  'versionsort\\..+',
  'worktree\\..+',
  'remote\\..+\\.(fetch|prune|prunetags|tagopt|skipdefaultupdate|skipfetchall)',
];

/** Made when first asked for. */
let harmless: RegExp | undefined;

/** Values that switch such a thing off, or name a program that only shows text. */
const OFF: Readonly<Record<string, RegExp>> = {
  'core.pager': /^(|cat|less|more)( -[FRXSKi]+)*$/,
  'core.hookspath': /^\/dev\/null$/,
  'core.fsmonitor': /^(false|no|0|true)?$/,
  'core.editor': /^(true|:|cat|vi|vim|nano|emacs|code --wait)$/,
  'sequence.editor': /^(true|:|cat|vi|vim|nano)$/,
  'credential.helper': /^$/,
  'gpg.format': /^(openpgp|ssh|x509)$/,
  'user.signingkey': /^[0-9A-Fa-f]{8,40}$/,
  'protocol.ext.allow': /^never$/,
  'diff.external': /^$/,
  'protocol.file.allow': /^(always|user|never)$/,
};

/** True when setting the key to the value can neither run anything nor send anything elsewhere. */
export function isHarmlessKey(key: string, value: string | undefined): boolean {
  const name = key.toLowerCase();
  harmless ??= new RegExp(`^(${HARMLESS.join('|')})$`);
  if (name.length < 200 && harmless.test(name)) return true;
  if (/^pager\.[\w-]+$/.test(name)) return value !== undefined && /^(true|false|cat|less)$/.test(value);
  const off = Object.hasOwn(OFF, name) ? OFF[name] : undefined;
  return off !== undefined && value !== undefined && off.test(value);
}

/** True when reading the key shows a credential. */
export function holdsSecret(key: string): boolean {
  return /(extraheader|token|passw|secret|smtppass|apikey|api_key)/i.test(key);
}
