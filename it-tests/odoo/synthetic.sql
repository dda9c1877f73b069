-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows for benchmarks: the same for the same numbers, on every machine. Orders are spread over 2023 to 2025, unevenly:
-- most contacts buy once or twice or never, the first ones often.
create function pg_temp.unit(text) returns double precision immutable language sql as
    $$ select ('x' || substr(md5($1), 1, 8))::bit(32)::bigint / 4294967296.0 $$;

insert into stage_contact (ref, name, email, email_normalized, phone, city, country, opt_out, note)
select 'P' || n, 'Person ' || n, 'person' || n || '@example.com', 'person' || n || '@example.com', '+49 30 ' || lpad(n::text, 7, '0'),
       (array['Berlin', 'Lyon', 'Wien', 'Madrid', 'Torino', 'Gent', 'Porto'])[n % 7 + 1],
       (array['DE', 'FR', 'AT', 'ES', 'IT', 'BE', 'PT'])[n % 7 + 1], n % 50 = 0, null
from generate_series(1, :partners) n;

insert into stage_order (ref, contact, placed, amount, currency, state)
select 'O' || n, 'P' || 1 + floor(who * sqrt(who) * :partners)::int,
       timestamp '2023-01-01' + interval '1 second' * floor(pg_temp.unit('when' || n) * 94694400),
       0, 'USD', case when n % 40 = 0 then 'cancel' else 'sale' end
from (select n, pg_temp.unit('who' || n) as who from generate_series(1, :orders) n) s;

-- Lines go round the orders, so that each gets its even share.
insert into stage_line (order_ref, product, category, quantity, amount)
select 'O' || (n - 1) % greatest(:orders, 1) + 1, 'Product ' || product, 'Category ' || product % 12, 1 + n % 3,
       round((5 + 95 * pg_temp.unit('price' || n))::numeric, 2) * (1 + n % 3)
from (select n, 1 + floor(pg_temp.unit('what' || n) * 200)::int as product from generate_series(1, :lines) n) s;

update stage_order o set amount = l.amount
from (select order_ref, sum(amount) as amount from stage_line group by order_ref) l where l.order_ref = o.ref;
