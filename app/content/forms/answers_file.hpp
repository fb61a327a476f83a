// Many people's answers to one form, from a CSV file whose header names the form's items. Only what the form allows
// comes out of it: an answer that is none stops the reading, with its line and column.
#pragma once
#include "content/forms/asked_items.hpp"
#include "content/read/csv_file.hpp"
#include "model/form/module.hpp"
#include <optional>
#include <vector>

namespace content {

struct AnswersRow {
    std::span<const std::string_view> carried; // the cells of the columns that name no scored item, in the file's order
    // One for each of the module's items, in its order; empty for a skip, for an item that the form's conditions say
    // was not asked, and for one that no scale uses.
    std::span<const std::optional<int>> answers;
};

class AnswersFile {
public:
    // Reads the header. A scored item's column has its id as a name, or the id in other letter case. Fails with io as
    // CsvFile::open does, and with bad_content, "file:line: column: rule", when the file is empty or a scored item has
    // no column or two. `module` must live as long as the file.
    [[nodiscard]] static core::Result<AnswersFile> open(const std::string& path, const model::Module& module);

    const std::vector<std::string>& carried() const { return m_carried_names; }
    // The items that decide what is asked and have no column. What depends on them is taken as asked.
    const std::vector<core::ItemId>& not_there() const { return m_not_there; }

    // Gives each row after the header; a second call begins again, so that a file can be checked whole before any of it
    // is used. A cell is a skip when it is empty or declared missing. Fails with bad_content at a row of another width
    // than the header, at a cell that is no answer to its item, scored or deciding, and as CsvFile::read.
    // A message names line and column and never the answer.
    [[nodiscard]] core::Done read(const std::function<core::Done(const AnswersRow&)>& each) const;

private:
    struct Column {
        std::string name;
        std::size_t number = 0;          // of the column, from 1
        std::optional<std::size_t> item; // its place in the module
        bool scored = false;             // else it is carried
        bool decides = false;            // what is asked
        int minimum = 0;
        int maximum = 0;
        std::vector<int> values; // all that is allowed, or empty for everything from minimum to maximum
    };

    explicit AnswersFile(CsvFile file, const model::Module& module)
        : m_file(std::move(file)), m_module(&module), m_asked(module) {}
    std::optional<std::size_t> item_named(std::string_view name) const;
    core::Done take_header(const CsvRow& header);
    core::Done check_columns(std::size_t line) const;
    bool is_missing(std::string_view text, std::optional<int> value) const;
    core::Result<std::optional<int>> answer_of(const Column& column, std::string_view cell, std::size_t line) const;
    core::Result<std::optional<model::Answer>> deciding_answer(const Column& column, std::string_view cell,
                                                               std::size_t line) const;
    tl::unexpected<core::Error> refuse(std::size_t line, const Column* column, const std::string& rule) const;

    CsvFile m_file;
    const model::Module* m_module;
    std::vector<Column> m_columns;
    std::vector<std::string> m_carried_names;
    AskedItems m_asked;
    std::vector<core::ItemId> m_not_there;
};

}
