/**
 * Scripts and targets by their names. A project's own scripts build and test it; by convention some reach out: they
 * publish, deploy, change servers or data. A name made of such a word is one gate does not see into.
 */
const word = (words: string): RegExp => new RegExp(`(^|[:_\\-./+@ ])(${words})($|[:_\\-./+@ ])`, 'i');

/** Verbs that act on something elsewhere, and tools that do. */
const ACTS = word(
  'deploy|deploys|deployed|deployment|deployments|redeploy|publish|push|ship|upload|promote|rollback|provision|destroy|teardown|apply|migrate|migrations?|rollout|' +
    'terraform|pulumi|cdk|helm|kubectl|heroku|vercel|netlify|firebase|wrangler|aws|gcloud|azure|ssh|rsync|scp',
);

/** Words that name a place or an occasion: what is built or tested for it is still only built or tested. */
const PLACES = word('release|releases|prod|production');

const LOOKS_FIRST = /^(test|tests|check|lint|verify|validate|fmt|format|typecheck)($|[:_\-.])/i;
const DRY = word('check|dry-?run|dry');
const BUILDS = word('check|lint|tests?|build|verify|dry-?run|dry|local|notes|fmt|format|typecheck|types|generate');

export function reachesOut(name: string): boolean {
  if (ACTS.test(name)) return !LOOKS_FIRST.test(name) && !DRY.test(name);
  return PLACES.test(name) && !BUILDS.test(name);
}
