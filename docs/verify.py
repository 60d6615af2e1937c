#!/usr/bin/env python3
"""Verifies an export of gate's audit log, from docs/audit-format.md alone. Python 3, nothing else.

Usage: verify.py EXPORT [SIZE ROOT]     SIZE and ROOT: a head kept elsewhere
Prints one line of JSON. Exit status: 0 sound, 1 broken.
"""
import hashlib
import json
import re
import sys

ENDS = {'request.denied', 'request.expired', 'request.withdrawn', 'request.superseded', 'request.changed',
        'grant.revoked', 'grant.lapsed', 'run.finished', 'run.failed', 'run.lost'}


class Broken(Exception):
    pass


def sha(*parts):
    return hashlib.sha256(b''.join(parts)).digest()


def append(peaks, size, leaf):
    """peaks: the compact range of `size` leaves."""
    while size % 2 == 1:
        leaf = sha(b'\x01', peaks.pop(), leaf)
        size //= 2
    peaks.append(leaf)


def root_of(peaks):
    if not peaks:
        return sha()
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = sha(b'\x01', peak, root)
    return root


def spell(value):
    return json.dumps(value, separators=(',', ':'), ensure_ascii=True) + '\n'


def read(line, index):
    try:
        value = json.loads(line)
        if type(value) is not dict or spell(value).encode() != line:
            raise ValueError
        return value
    except (ValueError, RecursionError):
        raise Broken(index, 'syntax')


def is_hex(value, size=None):
    return type(value) is str and re.fullmatch('([0-9a-f]{2})*', value) and (size is None or len(value) == 2 * size)


def text(value, pattern):
    return type(value) is str and re.fullmatch(pattern, value)


def members(payload):
    """The members of a payload that is an object, or None."""
    def refuse(_):
        raise ValueError
    try:
        value = json.loads(payload, parse_constant=refuse)
        return value if type(value) is dict else None
    except (ValueError, RecursionError):
        return None


def order(states, event):
    """Rules 5 to 7. `states` holds the streams that are open: of each its state, and what it is bound to."""
    kind, stream, payload = event['type'], event['request'], event['payload']
    if stream is None:
        return True
    known = states.get(stream)
    if known is None:
        if kind == 'request.submitted':
            states[stream] = {'state': 'asked'}
            return True
        return kind == 'standing.granted' and begins(states, stream, payload)
    state = known['state']
    if (state == 'standing') != kind.startswith('standing.'):
        return False
    if state == 'standing':
        if kind == 'standing.used':
            return used(states, stream, payload)
        if kind in ('standing.revoked', 'standing.expired'):
            del states[stream]
        return kind != 'standing.granted'
    if state == 'lost':
        del states[stream]
        return kind in ('run.finished', 'run.failed')
    if state == 'unreviewed':
        if 'untold' in known and kind in ('run.finished', 'run.failed'):
            del known['untold']
            return True
        del states[stream]
        return kind == 'request.reviewed'
    if kind in ('request.submitted', 'request.reviewed'):
        return False
    if kind == 'request.decided':
        return decided(states, stream, payload)
    if kind in ('request.granted', 'request.confirmed'):
        good = state in ('free', 'held', 'erased', 'granted')
        return good and (kind == 'request.confirmed' or granted(states, known, payload)) and becomes(known, 'granted')
    if kind == 'request.broken':
        known['broken'] = True
        return state in ('held', 'erased') and becomes(known, 'granted')
    if kind in ('request.repeated', 'request.escalated', 'request.previewed', 'vote.rejected'):
        return state in ('held', 'erased')
    if kind == 'run.started':
        if payload is None or (members(payload) or {}).get('mode') == 'client':
            known['client'] = True
        return state in ('free', 'granted', 'erased') and ('under' not in known or 'used' in known) and becomes(known, 'started')
    if kind in ('run.finished', 'run.failed', 'run.lost') and state != 'started':
        return False
    if kind in ENDS:
        end(states, stream, kind == 'run.lost' and 'client' in known)
    return True


def becomes(known, state):
    known['state'] = state
    return True


def end(states, stream, untold=False):
    known = states.pop(stream)
    if 'broken' in known:
        states[stream] = {'state': 'unreviewed', 'untold': True} if untold else {'state': 'unreviewed'}
    elif untold:
        states[stream] = {'state': 'lost'}


def decided(states, stream, payload):
    state = states[stream]['state']
    decision = {'kind': None} if payload is None else members(payload)
    if state == 'started' or decision is None or (payload is not None and type(decision.get('kind')) is not str):
        return False
    observed = decision.get('mode') == 'observe'
    if decision['kind'] == 'deny' and not observed:
        end(states, stream)
    elif state == 'asked':
        free = 'free' if decision['kind'] == 'allow' or observed else 'held'
        states[stream]['state'] = 'erased' if payload is None else free
    return True


def granted(states, known, payload):
    if payload is None:
        known['unsure'] = True
        return True
    grant = members(payload)
    if grant is None or 'standing' not in grant:
        return grant is not None
    standing = grant['standing']
    known['under'] = standing
    there = type(standing) is str and states.get(standing, {}).get('state') == 'standing'
    return there and known['state'] in ('held', 'erased')


def begins(states, stream, payload):
    if payload is not None:
        request = (members(payload) or {}).get('request')
        asked = states.get(request) if type(request) is str else None
        if asked is None or asked['state'] != 'granted' or 'stands' in asked:
            return False
        asked['stands'] = True
    states[stream] = {'state': 'standing'}
    return True


def used(states, stream, payload):
    if payload is None:
        for known in states.values():
            if known.get('under') == stream:
                known['used'] = True
        return True
    request = (members(payload) or {}).get('request')
    known = states.get(request) if type(request) is str else None
    if known is None or known['state'] != 'granted' or 'used' in known:
        return False
    known['used'] = True
    return known.get('under') == stream or 'unsure' in known


def check(event, index, log, latest, states):
    if list(event) != ['v', 'log', 'index', 'at', 'type', 'request', 'commitment', 'leaf', 'salt', 'payload'] or event['v'] != 1:
        raise Broken(index, 'syntax')
    salt, payload, at = event['salt'], event['payload'], event['at']
    if not is_hex(event['commitment']) or not is_hex(event['leaf']) or not (salt is None or is_hex(salt)) or not (payload is None or type(payload) is str):
        raise Broken(index, 'syntax')
    if event['log'] != log:
        raise Broken(index, 'log')
    if event['index'] != index:
        raise Broken(index, 'index')
    fields = (type(at) is int and 0 <= at <= 8640000000000000 and text(event['type'], '[a-z._]{1,64}')
              and (event['request'] is None or text(event['request'], '[A-Za-z0-9._:-]{1,64}'))
              and is_hex(event['commitment'], 32) and is_hex(event['leaf'], 32))
    if not fields:
        raise Broken(index, 'field')
    leaf = {'at': at, 'index': index, 'log': log, 'payload': event['commitment'], 'request': event['request'],
            'type': event['type'], 'v': 1}
    leaf = sha(b'\x00', json.dumps(leaf, separators=(',', ':')).encode())
    if leaf.hex() != event['leaf']:
        raise Broken(index, 'leaf')
    if (event['type'] == 'log.created') != (index == 0):
        raise Broken(index, 'genesis')
    if index == 0:
        try:
            created = json.loads(payload)
            good = event['request'] is None and created['v'] == 1 and created['log'] == log
        except (ValueError, KeyError, TypeError):
            good = False
        if not good:
            raise Broken(index, 'genesis')
    if at < latest - 2000:
        raise Broken(index, 'time')
    if salt is None or payload is None:
        kept = salt is None and payload is None
    else:
        kept = len(salt) == 32 and sha(bytes.fromhex(salt), payload.encode('utf-8', 'surrogatepass')).hex() == event['commitment']
    if not kept:
        raise Broken(index, 'commitment')
    if states is not None and not order(states, event):
        raise Broken(index, 'order')
    return leaf


def verify(lines, held=None):
    first = next(iter(lines), None)
    if first is None:
        raise Broken(0, 'syntax')
    header = read(first, 0)
    log, index, peaks = header.get('log'), header.get('from'), header.get('range')
    good = (list(header) == ['export', 'log', 'from', 'range'] and header['export'] == 1 and text(log, 'gate/[0-9a-f]{32}')
            and type(index) is int and index >= 0 and type(peaks) is list and len(peaks) == bin(index).count('1')
            and all(is_hex(peak, 32) for peak in peaks))
    if not good:
        raise Broken(0, 'syntax')
    start, latest, end, peaks = index, 0, None, [bytes.fromhex(peak) for peak in peaks]
    states = {} if start == 0 else None
    for line in lines:
        if end is not None:
            raise Broken(index, 'syntax')
        value = read(line, index)
        if 'root' in value:
            if list(value) != ['size', 'root', 'at'] or type(value['size']) is not int or type(value['at']) is not int or not is_hex(value['root'], 32):
                raise Broken(index, 'syntax')
            end = value
            continue
        append(peaks, index, check(value, index, log, latest, states))
        latest, index = max(latest, value['at']), index + 1
        if held and held[0] == index and held[1] != root_of(peaks).hex():
            raise Broken(index, 'root')
    if end is None:
        raise Broken(index, 'syntax')
    if end['size'] != index:
        raise Broken(min(index, end['size']), 'size')
    if end['root'] != root_of(peaks).hex():
        raise Broken(index, 'root')
    if end['at'] < latest or (start == 0 and end['at'] != latest):
        raise Broken(index, 'time')
    if held and held[0] > index:
        raise Broken(index, 'size')
    # Rule 9 needs cryptography that Python does not bring along.
    return {'sound': True, 'log': log, 'size': index, 'root': end['root'], 'signatures': 'not checked', 'bundles': 'not checked'}


def main(arguments):
    held = (int(arguments[1]), arguments[2]) if len(arguments) == 3 else None
    try:
        with open(arguments[0], 'rb') as file:
            answer = verify(iter(file), held)
    except Broken as broken:
        answer = {'sound': False, 'index': broken.args[0], 'reason': broken.args[1]}
    print(json.dumps(answer))
    return 0 if answer['sound'] else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
