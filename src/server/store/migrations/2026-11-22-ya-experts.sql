-- 评委库 of an organisation. Somebody gets an account when seated, not before.
CREATE TABLE experts (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  person_name text NOT NULL CHECK (person_name <> ''),
  unit_name text NOT NULL CHECK (unit_name <> ''),
  parent_unit text NOT NULL DEFAULT '',
  title text NOT NULL DEFAULT '',
  fields jsonb NOT NULL DEFAULT '[]',
  birth_year int CHECK (birth_year BETWEEN 1900 AND 2100),
  -- 任职经历: [{unit, from, to}], years or null.
  places jsonb NOT NULL DEFAULT '[]',
  -- 师承、合作者、亲属, as told before any candidate is known: [{relation, name}].
  ties jsonb NOT NULL DEFAULT '[]',
  -- 曾任评委, in words.
  service text NOT NULL DEFAULT '',
  -- Folded, for the search and to know somebody again in the next list: name and unit.
  searched text NOT NULL DEFAULT '',
  key text NOT NULL CHECK (key <> ''),
  account_id uuid UNIQUE REFERENCES accounts,
  left_at timestamptz,
  -- Since when the unit is this one, where it was another before.
  unit_since timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (organisation_id, key)
);
