import type { Appended, Draft, Projection, Store } from '../../audit/log.ts';

/** Hears of every append after it, with how long it took; it must not throw. */
export type AppendWatch = (
  drafts: readonly Draft[],
  outcome: Appended['kind'] | 'failed',
  milliseconds: number,
) => void;

/** The same store, whose appends somebody hears of. */
export function watchedStore<View extends Projection>(store: Store<View>, watch: AppendWatch): Store<View> {
  return new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name, target) as unknown;
      if (name !== 'append') return typeof member === 'function' ? member.bind(target) : member;
      return async (...given: Parameters<Store<View>['append']>) => {
        const began = performance.now();
        try {
          const result = await target.append(...given);
          watch(given[0], result.kind, performance.now() - began);
          return result;
        } catch (error) {
          watch(given[0], 'failed', performance.now() - began);
          throw error;
        }
      };
    },
  });
}
