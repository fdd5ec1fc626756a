-- Which format a model's bytes have, so that an update that changes it knows at start which bots to train anew; 0 is of before.
ALTER TABLE models ADD COLUMN format INTEGER NOT NULL DEFAULT 0;
