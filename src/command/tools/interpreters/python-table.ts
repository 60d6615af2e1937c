/** What `python -m` runs: judgements about modules, by what their own `--help` says they do. */

/** Build, test and checking tools: they run the project's code or its configuration. */
export const BUILDS =
  'pytest unittest nose nose2 doctest tox nox mypy pyright flake8 pylint pyflakes pycodestyle pydocstyle black ruff isort autopep8 yapf bandit coverage ' +
  'build setuptools sphinx mkdocs pre_commit cython Cython hatch flit pyinstaller PyInstaller py_compile compileall behave robot asv pytype vulture';

/** They print, and do nothing else, whatever they are given. */
export const READS =
  'this platform site sysconfig calendar ast dis tokenize symtable pyclbr modulefinder colorsys locale inspect getpass __hello__';

/** Programs that are also modules. */
export const PROGRAMS: Readonly<Record<string, string>> = {
  pip: 'pip',
  pipx: 'pipx',
  pipenv: 'pipenv',
  poetry: 'poetry',
  uv: 'uv',
  ansible: 'ansible',
  awscli: 'aws',
  conda: 'conda',
};

/** Options of the interpreter that change nothing about what runs (`python3 --help`, 3.11); each alone or with others. */
export const FLAGS = /^-[bBdEIOPqsSuvx]+$/;

/** Modules of the standard library from which an import does nothing but define names. */
export const HARMLESS_MODULES =
  'sys json math cmath datetime time re textwrap string itertools functools collections statistics decimal fractions random uuid hashlib base64 ' +
  'binascii calendar struct unicodedata html urllib.parse pprint csv difflib operator typing enum dataclasses bisect heapq copy zlib secrets ipaddress';

/** Attributes that compute, print or read what is already open: none of them starts, writes or sends anything. */
export const HARMLESS_ATTRIBUTES =
  'load loads dumps read readline readlines stdin stdout stderr argv get keys values items append extend insert add update pop join split rsplit splitlines ' +
  'partition rpartition strip lstrip rstrip replace startswith endswith upper lower title capitalize casefold zfill ljust rjust center format encode decode ' +
  'count index find rfind sort sorted reverse copy isdigit isalpha isalnum isspace version version_info major minor micro platform maxsize byteorder ' +
  'executable prefix implementation name now utcnow today date time datetime timezone utc timestamp isoformat fromisoformat strftime strptime fromtimestamp ' +
  'utcfromtimestamp timedelta days seconds total_seconds year month day hour minute second weekday isoweekday isocalendar sqrt pi e tau inf floor ceil log ' +
  'log2 log10 exp sin cos tan asin acos atan atan2 degrees radians factorial comb perm gcd lcm isclose prod fsum sha1 sha256 sha512 sha224 sha384 md5 ' +
  'hexdigest digest new b64encode b64decode urlsafe_b64encode urlsafe_b64decode hexlify unhexlify hex fromhex quote unquote quote_plus unquote_plus urlparse urlsplit urlencode parse_qs parse_qsl ' +
  'netloc path scheme query fragment hostname port geturl match search fullmatch findall finditer sub subn group groups groupdict start end span compile ' +
  'escape IGNORECASE MULTILINE DOTALL I M S pprint pformat Counter most_common elements defaultdict OrderedDict namedtuple deque uuid4 uuid1 uuid5 ' +
  'randint random choice choices shuffle sample uniform seed mean median mode stdev pstdev variance Decimal Fraction reader DictReader fieldnames unified_diff ' +
  'dedent indent wrap fill shorten ascii_letters ascii_lowercase ascii_uppercase digits punctuation token_hex token_urlsafe crc32 adler32 from_bytes to_bytes ' +
  'bit_length real imag chain product permutations combinations islice groupby accumulate reduce partial lru_cache monthrange monthcalendar isleap parse ' +
  'ip_network ip_address num_addresses hosts network_address broadcast_address netmask setdefault intersection union difference issubset flush write buffer exit JSONDecodeError';

/** Builtins that reach beyond the values at hand. */
export const SHARP =
  'exec eval compile open __import__ getattr setattr delattr globals locals vars input breakpoint help memoryview super object type classmethod staticmethod property dir';
