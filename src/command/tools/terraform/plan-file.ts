/**
 * What a saved plan will do. `terraform plan -out` writes a zip whose entry `tfplan` is a protocol buffer; its layout is
 * internal/plans/planproto/planfile.proto of Terraform and OpenTofu, version 3. Read from the very bytes that are
 * pinned, so nobody can put another story beside them. Anything unexpected means "not known".
 */
export interface PlannedChange {
  readonly address: string;
  readonly action: 'create' | 'update' | 'delete' | 'replace' | 'forget';
}

/** Larger plans are not looked into. */
const MAX_PLAN_BYTES = 8 * 1024 * 1024;
const MAX_CHANGES = 20_000;

/** Every change to a resource; undefined when these bytes are not a plan gate can read. */
export function plannedChanges(bytes: Uint8Array | undefined): readonly PlannedChange[] | undefined {
  if (bytes === undefined) return undefined;
  try {
    const plan = entryOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'tfplan');
    return plan === undefined ? undefined : changesIn(plan);
  } catch {
    return undefined;
  }
}

/** One entry of a zip, by its central directory, as Go's reader finds it. Two of the same name are no answer. */
function entryOf(zip: Buffer, wanted: string): Buffer | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) return undefined;
  let at = zip.readUInt32LE(end + 16);
  let found: Buffer | undefined;
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) {
      if (found !== undefined) return undefined;
      found = unpacked(zip, at);
      if (found === undefined) return undefined;
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}

function unpacked(zip: Buffer, entry: number): Buffer | undefined {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(local) !== 0x04034b50) return undefined;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (packed.length !== size) return undefined;
  if (method === 0) return packed;
  if (method !== 8) return undefined;
  const { inflateRawSync } = process.getBuiltinModule('node:zlib') as typeof import('node:zlib');
  return inflateRawSync(packed, { maxOutputLength: MAX_PLAN_BYTES });
}

/** `Plan`: version 1, resource_changes 3, action_invocations 30, action_target_addrs 32. */
function changesIn(plan: Buffer): readonly PlannedChange[] | undefined {
  const changes: PlannedChange[] = [];
  let version = 0;
  for (const field of fieldsOf(plan)) {
    if (field.number === 1) version = field.value;
    // Actions that the apply will invoke (30, 32), and fields of a later layout: more than changes to resources.
    if (field.number === 30 || field.number > 31) return undefined;
    if (field.number !== 3 || field.bytes === undefined) continue;
    if (changes.length >= MAX_CHANGES) return undefined;
    const change = changeIn(field.bytes);
    if (change === undefined) return undefined;
    if (change !== 'nothing') changes.push(change);
  }
  return version === 3 ? changes : undefined;
}

/** `ResourceInstanceChange`: addr 13, change 9, whose field 1 is the action. An action that is not listed is no answer. */
function changeIn(bytes: Buffer): PlannedChange | 'nothing' | undefined {
  let address = '';
  let code = 0;
  for (const field of fieldsOf(bytes)) {
    if (field.number === 13 && field.bytes) address = field.bytes.toString('utf8');
    if (field.number === 9 && field.bytes) {
      for (const inner of fieldsOf(field.bytes)) if (inner.number === 1) code = inner.value;
    }
  }
  const action = ACTIONS[code];
  if (action === undefined || address === '') return undefined;
  return action === 'nothing' ? action : { address, action };
}

/** `Action`: NOOP, CREATE, READ, UPDATE, -, DELETE, DELETE_THEN_CREATE, CREATE_THEN_DELETE, FORGET, CREATE_THEN_FORGET. */
const ACTIONS = [
  'nothing',
  'create',
  'nothing',
  'update',
  undefined,
  'delete',
  'replace',
  'replace',
  'forget',
  'forget',
] as const;

interface Field {
  readonly number: number;
  readonly value: number;
  readonly bytes: Buffer | undefined;
}

/** The wire format: varint keys; types 0 (varint), 1 (8 bytes), 2 (length and bytes), 5 (4 bytes). */
function* fieldsOf(buffer: Buffer): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 10; count++) {
      const byte = buffer[at++];
      if (byte === undefined) throw new Error('the plan ends too soon');
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new Error('a number in the plan is too long');
  };
  while (at < buffer.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    const type = key % 8;
    if (type === 0) yield { number, value: varint(), bytes: undefined };
    else if (type === 1 || type === 5) at += type === 1 ? 8 : 4;
    else if (type === 2) {
      const length = varint();
      if (length > buffer.length - at) throw new Error('the plan ends too soon');
      yield { number, value: 0, bytes: buffer.subarray(at, at + length) };
      at += length;
    } else throw new Error('the plan is not a protocol buffer');
  }
}
