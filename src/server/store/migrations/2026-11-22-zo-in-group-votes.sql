-- 同票按组内得票排序: by candidate the votes within the own group, from the round before; fixed when this one opens.
ALTER TABLE rounds ADD COLUMN in_group_votes jsonb;
