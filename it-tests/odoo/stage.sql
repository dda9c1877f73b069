-- SPDX-License-Identifier: GPL-3.0-or-later
-- What rows.py or synthetic.sql fill and load.sql turns into rows of Odoo. One transaction spans all three.
set client_min_messages = warning;
create temp table stage_contact (position bigserial, ref text primary key, name text not null, email text, email_normalized text,
    phone text, city text, country text, opt_out boolean not null, note text) on commit drop;
create temp table stage_order (position bigserial, ref text primary key, contact text not null, placed timestamp not null,
    amount numeric not null, currency text, state text not null) on commit drop;
create temp table stage_line (position bigserial, order_ref text not null, product text not null, category text,
    quantity numeric not null, amount numeric not null) on commit drop;
