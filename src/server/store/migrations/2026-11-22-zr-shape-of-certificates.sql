-- 证书版式: lying unless the office chose upright.
ALTER TABLE campaigns ADD COLUMN certificates_upright boolean NOT NULL DEFAULT false;
