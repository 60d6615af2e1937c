import type { LogSource } from '../audit/log-source.ts';
import { LogReader } from '../store/reader.ts';

/** The log of a service, where it decides what happens here. */
export type Elsewhere = () => Promise<LogSource>;

/** The log that counts here. @param database path of this account's own */
export async function openLog(database: string, elsewhere: Elsewhere | undefined): Promise<LogSource> {
  return elsewhere === undefined ? new LogReader(database) : elsewhere();
}
