/**
 * Milliseconds of processor time that a piece of work takes in this process: on a busy machine it waits, and that is not
 * what a test may judge.
 */
export async function effort(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
