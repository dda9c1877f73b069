-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes running workers forget what they cached of the database that had this name before. They compare this number for
-- equality only, so it must be one that no earlier copy has had: the clock, in quarters of a second since 2020.
select to_regclass('orm_signaling_registry') is null as before_19 \gset
\if :before_19
select setval('base_registry_signaling', greatest(nextval('base_registry_signaling'), ((extract(epoch from clock_timestamp()) - 1577836800) * 4)::int)) \g /dev/null
\quit
\endif
insert into orm_signaling_registry (id)
select greatest(max(id) + 1, ((extract(epoch from clock_timestamp()) - 1577836800) * 4)::int) from orm_signaling_registry;
select setval('orm_signaling_registry_id_seq', max(id)) from orm_signaling_registry \g /dev/null
