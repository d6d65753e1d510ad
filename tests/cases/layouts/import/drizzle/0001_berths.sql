ALTER TABLE `boat` ADD `berth` text;
