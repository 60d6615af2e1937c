// What `gate serve --starter` is in the executable, out of the source.
import { startOne } from '../../../src/server/run/starter.ts';

await startOne(process.argv[2] === 'nested');
