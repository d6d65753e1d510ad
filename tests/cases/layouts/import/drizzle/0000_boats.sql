CREATE TABLE `boat` (`id` integer PRIMARY KEY);
