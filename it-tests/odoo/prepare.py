# SPDX-License-Identifier: GPL-3.0-or-later
# Runs in "odoo shell" on a template database. Prints an API key of the admin user and nothing else; where Odoo sells,
# it keeps one row of each table that load.sql fills, as the ORM wrote it, for load.sql to clone.
# A template made before a change here stays as it is: remove the folder "keys" of the home and install again.
import json

import odoo.release

major = odoo.release.version_info[0]
taxes = 'tax_ids' if major >= 18 else 'tax_id'

donors = {}
if 'sale.order' in env:
    partner = env['res.partner'].create({'name': 'Donor'})
    category = env['product.category'].create({'name': 'Donor'})
    product = env['product.product'].create(
        {'name': 'Donor', 'type': 'service', 'categ_id': category.id, 'list_price': 1, 'taxes_id': [(5,)], 'supplier_taxes_id': [(5,)]})
    order = env['sale.order'].create({
        'partner_id': partner.id, 'user_id': env.ref('base.user_admin').id,
        'order_line': [(0, 0, {'product_id': product.id, 'product_uom_qty': 1, 'price_unit': 1, taxes: [(5,)]})]})
    order.action_confirm()
    blocked = env['mail.blacklist'].create({'email': 'donor@example.com'})
    env['base'].flush() if major < 16 else env.flush_all()
    for record in (partner, category, product.product_tmpl_id, product, order, order.order_line, blocked):
        env.cr.execute(f'select to_jsonb(t) from {record._table} t where id = %s', [record.id])
        donors[record._table] = env.cr.fetchone()[0]
    env.clear() if major < 16 else env.invalidate_all(flush=False)
    env.cr.rollback()  # the template stays empty
    env.cr.execute('create schema segcast_test')
    env.cr.execute('create table segcast_test.donor (table_name text primary key, row_data jsonb not null)')
    for table, row in donors.items():
        env.cr.execute('insert into segcast_test.donor values (%s, %s)', [table, json.dumps(row)])

admin = env.ref('base.user_admin')
key = env['res.users.apikeys'].with_user(admin)._generate('rpc', 'Segcast tests', *([] if major < 18 else [False]))
env.cr.commit()
print(key)
