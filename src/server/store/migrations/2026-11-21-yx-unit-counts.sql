-- What a quota by formula counts of a unit (会员, 正式党员) and what a bonus is for (已建科协), called as the sheet of units calls it.
ALTER TABLE organisations ADD COLUMN counts jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(counts) = 'object');
ALTER TABLE organisations ADD COLUMN properties jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(properties) = 'array');
