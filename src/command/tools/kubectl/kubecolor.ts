import type { Reader } from '../../reader.ts';
import { act } from '../../reading.ts';

/** Options of kubecolor itself; every other word goes to kubectl as it is. */
const OWN = /^--(plain|light-background|force-colors|kubecolor-theme|pager|paging|no-paging)(=|$)/;

/** kubecolor runs kubectl and colours what it prints. */
export const reader: Reader = {
  names: ['kubecolor'],
  read(argv) {
    const words = argv.slice(1);
    if (words.includes('--kubecolor-version')) return { actions: [act('kubecolor', 'version', ['read'])] };
    const end = words.indexOf('--');
    const rest = words.filter((word, at) => !(OWN.test(word) && (end < 0 || at < end)));
    return { actions: [], runs: [{ argv: ['kubectl', ...rest], via: 'kubecolor' }] };
  },
};
