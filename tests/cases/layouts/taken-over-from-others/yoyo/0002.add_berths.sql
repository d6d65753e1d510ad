-- depends: 0001.make_boats
ALTER TABLE boat ADD COLUMN berth TEXT;
