#include "store/erase.hpp"

namespace store {

core::Done rewrite_journal(Database& database) {
    return database.execute("CREATE TEMP TABLE kept AS SELECT * FROM main.journal ORDER BY entry;"
                            "DELETE FROM main.journal;"
                            "INSERT INTO main.journal SELECT * FROM temp.kept ORDER BY rowid;"
                            "DROP TABLE temp.kept;");
}

core::Done rewrite_part_keys(Database& database) {
    return database.execute("CREATE TEMP TABLE kept AS SELECT * FROM main.part_keys ORDER BY part;"
                            "DELETE FROM main.part_keys;"
                            "INSERT INTO main.part_keys SELECT * FROM temp.kept ORDER BY rowid;"
                            "DROP TABLE temp.kept;");
}

}
