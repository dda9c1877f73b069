-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clones the donor rows that prepare.py left in the template: a column nobody names here keeps what Odoo's ORM wrote.
-- Contacts are known again by res_partner.ref, orders by sale_order.client_order_ref, so that a second load adds only what is new.
create function pg_temp.donor(text) returns jsonb stable language sql as $$
    select row_data || jsonb_build_object('create_date', now() at time zone 'UTC', 'write_date', now() at time zone 'UTC')
    from segcast_test.donor where table_name = $1 $$;
create function pg_temp.next_id(text) returns bigint volatile language sql as $$ select nextval(pg_get_serial_sequence($1, 'id')) $$;
-- A translated name is JSON since Odoo 16 and text before.
create function pg_temp.shown(text) returns text immutable language sql as $$ select $1 $$;
create function pg_temp.shown(jsonb) returns text immutable language sql as $$ select $1 ->> 'en_US' $$;
create function pg_temp.kept(text) returns jsonb stable language sql as $$
    select case jsonb_typeof(pg_temp.donor('product_template') -> 'name') when 'object' then jsonb_build_object('en_US', $1) else to_jsonb($1) end $$;
analyze stage_contact, stage_order, stage_line;

-- Contacts
create temp table new_contact on commit drop as
select pg_temp.next_id('res_partner') as id, s.* from (
    select * from stage_contact c where not exists (select from res_partner p where p.ref = c.ref) order by position) s;

insert into res_partner
select r.*
from jsonb_populate_record(null::res_partner, pg_temp.donor('res_partner')) d
cross join new_contact s
left join res_country c on c.code = upper(s.country)
cross join lateral jsonb_populate_record(d, jsonb_build_object(
    'id', s.id, 'commercial_partner_id', s.id, 'ref', s.ref, 'name', s.name, 'complete_name', s.name, 'display_name', s.name,
    'email', s.email, 'email_normalized', s.email_normalized, 'phone', s.phone,
    'phone_sanitized', case when s.phone ~ '^\s*\+' then '+' || regexp_replace(s.phone, '\D', '', 'g') end,
    'city', s.city, 'country_id', c.id, 'comment', s.note)) r;

insert into mail_blacklist
select r.*
from jsonb_populate_record(null::mail_blacklist, pg_temp.donor('mail_blacklist')) d
cross join (select distinct email_normalized as email from stage_contact where opt_out and email_normalized is not null) s
cross join lateral jsonb_populate_record(d, jsonb_build_object('id', pg_temp.next_id('mail_blacklist'), 'email', s.email)) r
on conflict (email) do nothing;

-- Orders
create temp table new_order on commit drop as
select pg_temp.next_id('sale_order') as id, s.* from (
    select o.*, p.id as partner_id
    from stage_order o join (select ref, min(id) as id from res_partner where ref is not null group by ref) p on p.ref = o.contact
    where not exists (select from sale_order x where x.client_order_ref = o.ref) order by position) s;

select format('ir_sequence_%s', lpad(id::text, 3, '0')) as order_numbers from ir_sequence where code = 'sale.order' limit 1 \gset

insert into sale_order
select r.*
from jsonb_populate_record(null::sale_order, pg_temp.donor('sale_order')) d
cross join new_order s
left join res_currency c on c.name = upper(s.currency)
cross join lateral jsonb_populate_record(d, jsonb_build_object(
    'id', s.id, 'name', 'S' || lpad(nextval(:'order_numbers')::text, 5, '0'), 'client_order_ref', s.ref,
    'partner_id', s.partner_id, 'partner_invoice_id', s.partner_id, 'partner_shipping_id', s.partner_id,
    'date_order', s.placed, 'validity_date', null, 'access_token', null, 'state', s.state,
    'amount_untaxed', s.amount, 'amount_tax', 0, 'amount_total', s.amount, 'currency_id', coalesce(c.id, d.currency_id),
    'invoice_status', case s.state when 'sale' then 'to invoice' else 'no' end)) r
order by s.id;

update res_currency set active = true where not active and id in (select currency_id from sale_order);
select to_regclass('orm_signaling_stable') is null as before_19 \gset
\if :before_19
select nextval('base_cache_signaling') \g /dev/null
\else
insert into orm_signaling_stable default values;
\endif

-- Products
create temp table new_category on commit drop as
select pg_temp.next_id('product_category') as id, s.* from (
    select category as name from stage_line where category is not null group by category
    except select name from product_category order by name) s;

insert into product_category
select r.*
from jsonb_populate_record(null::product_category, pg_temp.donor('product_category')) d
cross join new_category s
cross join lateral jsonb_populate_record(d, jsonb_build_object(
    'id', s.id, 'name', s.name, 'complete_name', s.name, 'parent_path', s.id || '/')) r;

create temp table wanted_product on commit drop as
select w.product, w.category, c.id as categ_id, w.price
from (select product, category, max(case when quantity > 0 then round(amount / quantity, 2) else amount end) as price
      from stage_line group by product, category) w
left join (select name, min(id) as id from product_category group by name) c on c.name = w.category;

create temp table new_product on commit drop as
select pg_temp.next_id('product_template') as template_id, pg_temp.next_id('product_product') as id, s.* from (
    select * from wanted_product w where not exists (
        select from product_template t where pg_temp.shown(t.name) = w.product and t.categ_id is not distinct from w.categ_id)
    order by product, category) s;

insert into product_template
select r.*
from jsonb_populate_record(null::product_template, pg_temp.donor('product_template')) d
cross join new_product s
cross join lateral jsonb_populate_record(d, jsonb_build_object(
    'id', s.template_id, 'name', pg_temp.kept(s.product), 'categ_id', s.categ_id, 'list_price', s.price)) r;

insert into product_product
select r.*
from jsonb_populate_record(null::product_product, pg_temp.donor('product_product')) d
cross join new_product s
cross join lateral jsonb_populate_record(d, jsonb_build_object('id', s.id, 'product_tmpl_id', s.template_id)) r;

create temp table product on commit drop as
select w.product, w.category, min(p.id) as id
from wanted_product w
join product_template t on pg_temp.shown(t.name) = w.product and t.categ_id is not distinct from w.categ_id
join product_product p on p.product_tmpl_id = t.id
group by w.product, w.category;

-- Lines, of new orders only
analyze new_order, product;
insert into sale_order_line
select r.*
from jsonb_populate_record(null::sale_order_line, pg_temp.donor('sale_order_line')) d
cross join (
    select l.*, o.id as order_id, o.partner_id, o.state, x.currency_id, p.id as product_id,
           case when l.quantity = 0 then l.amount else round(l.amount / l.quantity, 4) end as price,
           case when o.state = 'sale' then 1 else 0 end as sold
    from stage_line l
    join new_order o on o.ref = l.order_ref
    join sale_order x on x.id = o.id
    join product p on p.product = l.product and p.category is not distinct from l.category
    order by l.position) s
cross join lateral jsonb_populate_record(d, jsonb_build_object(
    'id', pg_temp.next_id('sale_order_line'), 'order_id', s.order_id, 'order_partner_id', s.partner_id, 'state', s.state,
    'currency_id', s.currency_id, 'product_id', s.product_id, 'name', s.product, 'product_uom_qty', s.quantity,
    'price_unit', s.price, 'technical_price_unit', s.price, 'price_reduce_taxexcl', s.price, 'price_reduce_taxinc', s.price,
    'price_subtotal', s.amount, 'price_total', s.amount, 'qty_to_invoice', s.quantity * s.sold,
    'untaxed_amount_to_invoice', s.amount * s.sold, 'invoice_status', case s.sold when 1 then 'to invoice' else 'no' end)) r;

analyze res_partner, sale_order, sale_order_line;
select format('%s contacts, %s orders, %s lines added', (select count(*) from new_contact), (select count(*) from new_order),
    (select count(*) from stage_line l join new_order o on o.ref = l.order_ref)) as summary \gset
\warn odoo.sh: :summary
