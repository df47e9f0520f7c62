-- Markdown to Typst, many pieces in ONE pandoc process (`pandoc lua markdown.lua`).
--   in   JSON [{md, inline}]            out   JSON [{typst, rest, images}]
-- Each piece is read and written by itself, so an open fence or a footnote in one cannot reach
-- another. Raw Typst and HTML from people are off: they print as the characters they are.

local READ = "commonmark+pipe_tables+footnotes+strikeout+task_lists+tex_math_dollars"
  .. "+autolink_bare_uris+subscript+superscript+raw_html"
local SAFE_LINK = { ["http:"] = true, ["https:"] = true, ["mailto:"] = true }
local LONG = 28 -- characters without a space that may stay in one piece

local function quoted(s)
  return '"' .. s:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\n", "\\n") .. '"'
end

local function raw(s) return pandoc.RawInline("typst", s) end

-- A place where a line may break and that leaves no character in copied text (0pt would be dropped).
local HERE = raw("#h(0.01pt);")

local function pieces(s, most)
  local out, run = {}, ""
  for _, c in utf8.codes(s) do
    local combines = (c >= 0x981 and c <= 0x983) or (c >= 0x9BC and c <= 0x9CD) or c == 0x200C or c == 0x200D
      or (c >= 0x300 and c <= 0x36F)
    if utf8.len(run) >= most and not combines and not run:match("\224\167\141$") then
      out[#out + 1] = run
      run = ""
    end
    run = run .. utf8.char(c)
  end
  out[#out + 1] = run
  return out
end

local function breakable(make, long)
  long = long or LONG
  return function(el)
    if #el.text <= long or not el.text:match("%S" .. ("%S"):rep(long)) then return nil end
    local out = pandoc.Inlines({})
    for i, piece in ipairs(pieces(el.text, math.max(long - 4, 2))) do
      if i > 1 then out:insert(HERE) end
      out:insert(make(piece))
    end
    return out
  end
end

-- `align` and its kin number or stand alone in LaTeX; inside dollars their inner forms are meant.
local function plain_environments(tex)
  for outer, inner in pairs({ align = "aligned", gather = "gathered", eqnarray = "aligned" }) do
    tex = tex:gsub("{" .. outer .. "%*?}", "{" .. inner .. "}")
  end
  return (tex:gsub("\\begin{equation%*?}", ""):gsub("\\end{equation%*?}", ""))
end

local function equation(el)
  local tex = plain_environments(el.text)
  local set = pandoc.write(pandoc.Pandoc({ pandoc.Plain({ pandoc.Math("InlineMath", tex) }) }), "typst")
  set = set:gsub("%s+$", "")
  if not set:match("^%$.*%$$") then return pandoc.Code(el.text) end
  local block = el.mathtype == "DisplayMath" and "true" or "false"
  return raw("#formula(" .. block .. ", " .. quoted(el.text) .. ", " .. set .. ");")
end

-- Tables start at the left edge, like everything else on the page.
local function left_table(el)
  local n = #el.colspecs
  local long = n > 4 and math.floor(75 / n) - 1 or 20
  local cells = el:walk({ Str = breakable(pandoc.Str, long), Code = breakable(pandoc.Code, long) })
  local set = pandoc.write(pandoc.Pandoc({ cells }), "typst")
  set = set:gsub("align%(center%)", "align(left)", 1)
  if n > 4 then set = set:gsub("columns: %d+", "columns: (1fr,) * " .. n, 1) end
  return pandoc.RawBlock("typst", "#fitted(" .. n .. ")[\n" .. set .. "\n]")
end

local function link(el)
  local scheme = el.target:lower():match("^%a[%w+.-]*:")
  if SAFE_LINK[scheme] then return nil end
  return el.content
end

local SET_APART = { Link = true, Code = true, Strong = true, Emph = true }

-- A name that is a link or set in other type keeps its Bengali ending, as plain names do in lesson.typ.
local function with_endings(inlines)
  local out = pandoc.Inlines({})
  for _, el in ipairs(inlines) do
    local before = out[#out]
    local ends = el.t == "Str" and el.text:match("^%-\224[\166\167]") and before and SET_APART[before.t]
    local name = ends and pandoc.utils.stringify(before)
    if name and #name <= LONG and not name:find("%s") then
      out[#out] = raw("#box[")
      out:extend({ before, el, raw("];") })
    else
      out:insert(el)
    end
  end
  return out
end

-- A heading needs words: what has none (an empty formula, a lone fence) is set as it was typed.
local function starts_with_text(blocks)
  local first = blocks[1]
  return first and (first.t == "Para" or first.t == "Plain") and pandoc.utils.stringify(first):match("%S")
end

local function convert(piece, index)
  local images = pandoc.List({})
  local filter = {
    Inlines = with_endings,
    Link = link,
    Str = function(el)
      if el.text == "☐" then return raw("#task(false);") end
      if el.text == "☒" then return raw("#task(true);") end
      return breakable(pandoc.Str)(el)
    end,
    RawInline = function(el) return pandoc.Str(el.text) end,
    RawBlock = function(el) return pandoc.Para({ pandoc.Str(el.text) }) end,
    Code = breakable(pandoc.Code),
    CodeBlock = function(el)
      return pandoc.RawBlock("typst", "#listing-of(" .. quoted(el.text) .. ")")
    end,
    HorizontalRule = function() return pandoc.RawBlock("typst", "#break-rule") end,
    Header = function(el) return pandoc.Para({ pandoc.Strong(el.content) }) end,
    Figure = function(el) return pandoc.utils.blocks_to_inlines(el.content) end,
    Image = function(el)
      images:insert({ src = el.src, alt = pandoc.utils.stringify(el.caption) })
      return raw("#picture(" .. quoted(index .. "-" .. #images) .. ");")
    end,
  }
  local read = pandoc.read(piece.md, READ).blocks
  if piece.inline and not starts_with_text(read) then read = pandoc.Blocks({ pandoc.Para({ pandoc.Str(piece.md) }) }) end
  local blocks = read:walk(filter):walk({ Math = equation }):walk({ Table = left_table })
  local head, rest = blocks, nil
  if piece.inline then
    head = pandoc.Blocks({ pandoc.Plain(blocks[1].content) })
    if #blocks > 1 then rest = pandoc.write(pandoc.Pandoc({ table.unpack(blocks, 2) }), "typst") end
  end
  return {
    typst = pandoc.write(pandoc.Pandoc(head), "typst"),
    rest = rest,
    images = images,
  }
end

local out = pandoc.List({})
for i, piece in ipairs(pandoc.json.decode(io.read("a"), false)) do out:insert(convert(piece, i - 1)) end
io.write(pandoc.json.encode({ pieces = out }))
