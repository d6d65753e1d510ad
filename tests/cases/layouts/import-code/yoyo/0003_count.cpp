void fill() {}
