# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a CSV folder into COPY statements for the staging tables; rows that cannot be used are left out and counted.

Usage: rows.py FOLDER
"""
import csv
import re
import sys
from collections import Counter
from datetime import datetime, timezone
from decimal import Decimal, InvalidOperation
from email.utils import getaddresses
from pathlib import Path

STATES = {'confirmed': 'sale', 'cancelled': 'cancel', 'draft': 'draft'}


class Unusable(Exception):
    pass


def rows(path):
    with open(path, encoding='utf-8-sig', errors='replace', newline='') as lines:
        table = csv.reader(line.replace('\0', '') for line in lines)
        header = [name.strip() for name in next(table, [])]
        for cells in table:
            if cells:
                yield {name: cell.strip() or None for name, cell in zip(header, cells)}


def needed(row, column):
    if row.get(column) is None:
        raise Unusable(f'no {column}')
    return row[column]


def number(row, column):
    text = needed(row, column)
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise Unusable(f'{column} is no number')
    if not value.is_finite() or abs(value) >= 10 ** 12:
        raise Unusable(f'{column} is no sensible number')
    return format(value, 'f')


def moment(row, column):
    text = needed(row, column)
    try:
        value = datetime.fromisoformat(re.sub('[Zz]$', '+00:00', text))
    except ValueError:
        raise Unusable(f'{column} is no ISO date')
    if value.tzinfo:
        value = value.astimezone(timezone.utc).replace(tzinfo=None)
    return value.isoformat(' ')


def normalized(email):
    """As Odoo does it: the one address in the text, in lower case; none where there are several."""
    found = [address for _, address in getaddresses([email or '']) if '@' in address]
    return found[0].lower() if len(found) == 1 else None


def contact(row, seen):
    ref = new(needed(row, 'id'), seen)
    email = row.get('email')
    return (ref, row.get('name') or email or ref, email, normalized(email), row.get('phone'), row.get('city'), row.get('country'),
            'true' if row.get('email_opt_out') in ('1', 'true') else 'false', row.get('note'))


def order(row, seen, contacts):
    ref = needed(row, 'id')
    if needed(row, 'contact_id') not in contacts:
        raise Unusable('unknown contact')
    state = STATES.get((row.get('state') or 'confirmed').lower())
    if state is None:
        raise Unusable('unknown state')
    placed, amount = moment(row, 'date'), number(row, 'amount')
    return new(ref, seen), row['contact_id'], placed, amount, row.get('currency'), state


def line(row, orders):
    if needed(row, 'order_id') not in orders:
        raise Unusable('unknown or unusable order')
    return (row['order_id'], row.get('product') or 'Unnamed', row.get('category'),
            number(row, 'quantity') if row.get('quantity') else '1', number(row, 'amount'))


def new(ref, seen):
    if ref in seen:
        raise Unusable('id seen before')
    seen.add(ref)
    return ref


def cell(value):
    if value is None:
        return r'\N'
    return value.replace('\\', r'\\').replace('\t', r'\t').replace('\n', r'\n').replace('\r', r'\r')


def copy(table, columns, path, parse):
    left_out = Counter()
    print(f'copy {table} ({columns}) from stdin;')
    for row in rows(path):
        try:
            print('\t'.join(cell(value) for value in parse(row)))
        except Unusable as reason:
            left_out[str(reason)] += 1
    print(r'\.')
    for reason, count in sorted(left_out.items()):
        print(f'odoo.sh: {path.name}: {count} left out: {reason}', file=sys.stderr)


def main(folder):
    contacts, orders = set(), set()
    sys.stdout.reconfigure(encoding='utf-8', newline='\n')
    copy('stage_contact', 'ref, name, email, email_normalized, phone, city, country, opt_out, note', folder / 'contacts.csv',
         lambda row: contact(row, contacts))
    copy('stage_order', 'ref, contact, placed, amount, currency, state', folder / 'orders.csv',
         lambda row: order(row, orders, contacts))
    if (folder / 'order_lines.csv').exists():
        copy('stage_line', 'order_ref, product, category, quantity, amount', folder / 'order_lines.csv', lambda row: line(row, orders))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        main(Path(sys.argv[1]))
    except OSError as problem:
        sys.exit(f'odoo.sh: cannot read the CSV folder: {problem}')
