import { GateError } from '../../errors.ts';

/** What a command reads as code from its standard input was not sent: the client sends it, or the command is refused. */
export class NeedsInput extends GateError {
  constructor() {
    super('REQUEST_UNREADABLE', 'the command reads code from its standard input, and it was not sent', {
      hint: 'put it into a file, or give it as an argument',
    });
  }
}
