#pragma once

#include <string>
#include <string_view>

/// What stands for a hash of passwords.
std::string scramble(std::string_view password);
