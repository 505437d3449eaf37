-- A nomination without answers has every kind of them, empty: whoever reads one need not ask whether there is any.
ALTER TABLE nominations ALTER COLUMN answers SET DEFAULT '{"exclusions":{},"declarations":{},"reviews":{},"steps":{},"properties":{},"values":{},"honours":{}}';
UPDATE nominations SET answers = '{"exclusions":{},"declarations":{},"reviews":{},"steps":{},"properties":{},"values":{},"honours":{}}'::jsonb || answers
WHERE NOT answers ?& ARRAY['exclusions','declarations','reviews','steps','properties','values','honours'];
