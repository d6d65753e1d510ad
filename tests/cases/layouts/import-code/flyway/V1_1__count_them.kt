class V1_1__count_them {}
