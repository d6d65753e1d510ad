#include "project/declarations.hpp"

#include "project/usage_error.hpp"

#include <fmt/format.h>

namespace headway::compiler {

declared_request declared_by(declared_request request, const settings& from) {
    request.tokenizers.insert(request.tokenizers.end(), from.tokenizers.begin(), from.tokenizers.end());
    return request;
}

declared_names names_of(const declared_request& request) {
    declared_names names{{}, request.collations, {}, request.tokenizers};
    for (const std::string& each : request.extensions)
        names.extensions.push_back(find_extension(each));
    for (const std::string& each : request.functions) {
        const auto function = parse_function(each);
        if (!function)
            throw usage_error(fmt::format("`{}` is no function: write name/arity, such as lower/1", each));
        names.functions.push_back(*function);
    }
    return names;
}

preparation preparation_of(const declared_request& request) {
    return [names = names_of(request)](SQLite::Database& database) { provide(names, database); };
}

} // namespace headway::compiler
