-- 分组名额: the group a candidate stands in, fixed when the round opens; null in rounds without groups.
ALTER TABLE round_candidates ADD COLUMN group_id text;
