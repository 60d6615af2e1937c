"""Prints the command table of the AWS CLI that is installed for this Python, as JSON.

Used by generate-aws.ts. The table is the program's own: every command is built by the CLI itself, with all that it
adds, renames and removes, and its options are those of the argparse parser the CLI would use for it. Nothing is called.
"""

import argparse
import json
import os
import sys

os.environ.update(HOME='/nonexistent', AWS_CONFIG_FILE='/dev/null', AWS_SHARED_CREDENTIALS_FILE='/dev/null')
for name in ('AWS_DATA_PATH', 'AWS_PROFILE', 'AWS_DEFAULT_PROFILE'):
    os.environ.pop(name, None)

import awscli
import botocore
from awscli.argparser import ArgTableArgParser
from awscli.clidriver import ServiceOperation, create_clidriver


def options_of(command):
    """Every option as [spelling, arity]; positionals have no dashes. Arity as in argparse, `0` for a flag."""
    parser = ArgTableArgParser(command.arg_table)
    found = []
    for action in parser._actions:
        arity = action.nargs
        if isinstance(action, argparse._HelpAction):
            arity = 0
        if arity is None:
            arity = 1
        for spelling in action.option_strings or [action.dest]:
            found.append([spelling, str(arity)])
    return found


def sensitive_in(shape, seen=()):
    """Names of the members, at any depth, that the model marks as sensitive."""
    if shape is None or shape.name in seen:
        return set()
    seen = (*seen, shape.name)
    if shape.type_name == 'list':
        return sensitive_in(shape.member, seen)
    if shape.type_name == 'map':
        return sensitive_in(shape.value, seen)
    if shape.type_name != 'structure':
        return set()
    found = set()
    for name, member in shape.members.items():
        inner = member.member if member.type_name == 'list' else member
        if member.metadata.get('sensitive') or inner.metadata.get('sensitive'):
            found.add(name)
        found |= sensitive_in(member, seen)
    return found


def command_of(name, command):
    # First of all: building the table of subcommands is also what adds options (`s3 sync --delete`).
    inside = getattr(command, 'subcommand_table', None) or {}
    entry = {'name': name, 'options': options_of(command)}
    if isinstance(command, ServiceOperation):
        model = command._operation_model
        entry['api'] = model.name
        entry['method'] = model.http.get('method')
        entry['readonly'] = model._operation_model.get('readonly')
        output = model.output_shape
        entry['returns'] = sorted(output.members) if output is not None else []
        entry['sensitive'] = sorted(sensitive_in(output))
    if inside:
        entry['inside'] = [command_of(name, below) for name, below in inside.items()]
    return entry


def main():
    driver = create_clidriver()
    services = []
    for name, command in driver._get_command_table().items():
        entry = {'name': name}
        model = getattr(command, 'service_model', None)
        table = getattr(command, 'subcommand_table', None)
        if table is None and hasattr(command, '_get_command_table'):
            table = command._get_command_table()
        try:
            if model is not None:
                entry.update({key: model.metadata.get(key) for key in ('signingName', 'endpointPrefix', 'serviceId')})
        except Exception as error:
            print(name, error, file=sys.stderr)
        if hasattr(command, 'arg_table'):
            try:
                entry['options'] = options_of(command)
            except Exception as error:
                print(name, error, file=sys.stderr)
        entry['commands'] = [command_of(name, below) for name, below in (table or {}).items()]
        services.append(entry)
    # Version 1 calls it _create_parser, version 2 create_parser.
    create = getattr(driver, 'create_parser', None) or driver._create_parser
    main_parser = create(driver._get_command_table())
    options = []
    for action in main_parser._actions:
        arity = '1' if action.nargs is None else str(action.nargs)
        for spelling in action.option_strings:
            options.append([spelling, arity])
    json.dump(
        {'awscli': awscli.__version__, 'botocore': botocore.__version__, 'options': options, 'services': services},
        sys.stdout,
    )


main()
