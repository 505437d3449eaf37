-- What an office knows better about a short-video platform than the values the product brings as examples.
CREATE TABLE platform_rules (
  organisation_id uuid NOT NULL REFERENCES organisations,
  platform text NOT NULL,
  seconds int NOT NULL CHECK (seconds > 0),
  megabytes int NOT NULL CHECK (megabytes > 0),
  least_side int NOT NULL CHECK (least_side > 0),
  ratios text[] NOT NULL CHECK (cardinality(ratios) > 0),
  -- Where the office read it.
  source text NOT NULL CHECK (source <> ''),
  version int NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, platform)
);
