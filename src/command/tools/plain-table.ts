import { Names } from '../names.ts';

/** Programs that only print or test what they are given, whatever that is. The rest of the everyday is in files/. */
export const ONLY_READ = new Names(
  'true false : echo pwd printf test [ type let getopts wait jobs times printenv sleep hash umask',
);
