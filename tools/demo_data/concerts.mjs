// What plays where and when. Every artist and song is made up. Days count from the day the data is loaded.

const IDR = (thousands, fee = Math.round(thousands * 0.04) + 5) => ({ price_minor: thousands * 1000, fee_minor: fee * 1000 })
const prices = (table) => Object.fromEntries(Object.entries(table).map(([zone, thousands]) => [zone, IDR(thousands)]))

const PRICES = {
  'gbk-utama': prices({ vip: 4500, cat1: 2750, cat2: 2200, cat3: 1650, cat4: 1150, cat5: 750, 'fest-a': 1950, 'fest-b': 1950, 'fest-c': 1350 }),
  istora: prices({ vip: 2400, floor: 1850, cat1: 1450, cat2: 950, cat3: 600 }),
  'teater-cikini': prices({ stalls: 950, 'stalls-rear': 650, 'balcony-1': 450, 'balcony-2': 275 }),
  'klub-blok-m': prices({ floor: 250, mezzanine: 400 }),
  'amfiteater-kaliurang': prices({ front: 850, side: 600, terrace: 425, lawn: 275 }),
  'arena-kenjeran': prices({ 'fest-a': 750, 'fest-b': 750, cat1: 950, cat2: 700, cat3: 450 }),
  'bukit-ungasan': prices({ front: 1250, side: 900, terrace: 650 }),
  'medan-polonia': prices({ gold: 1100, silver: 700, bronze: 400 }),
  'bandung-braga': prices({ middle: 350, side: 225 }),
}

const show = (plan, starts_in_days, starts_at_local, more = {}) => ({
  plan, starts_in_days, starts_at_local, opens_in_days: -14, closes_before_start_h: 2, max_tickets_per_user: 6, currency: 'IDR',
  prices: PRICES[plan], sold_fraction: 0.2, tax: { rate_bp: 1000, included: true }, refund_rule: { before_start_h: 72, keeps_fees: false }, ...more,
})

const CONCERTS = [
  {
    slug: 'langit-karsa-tur-cakrawala', title: 'Tur Cakrawala', artist: 'Langit Karsa', city: 'Jakarta', genre: 'Pop rock',
    colours: ['#1b1464', '#e84a5f', '#ffd166'], poster_seed: 11,
    description: {
      id: 'Dua malam di stadion terbesar negeri ini. Langit Karsa membawa tiga album mereka, orkestra enam puluh pemain, dan langit penuh cahaya.',
      en: 'Two nights in the country’s largest stadium: three albums, an orchestra of sixty and a sky full of light.',
    },
    shows: [show('gbk-utama', 45, '19:30', { sold_fraction: 0.35, max_tickets_per_user: 4 }), show('gbk-utama', 46, '19:30', { sold_fraction: 0.12, max_tickets_per_user: 4 })],
  },
  {
    slug: 'festival-suara-nusa', title: 'Festival Suara Nusa', artist: 'Nusa Bersuara dan kawan-kawan', city: 'Jakarta', genre: 'Festival',
    colours: ['#0b3d2e', '#f2b705', '#e4572e'], poster_seed: 23,
    description: {
      id: 'Dua belas kelompok dari Aceh sampai Papua, satu panggung, satu hari penuh. Bawa topi, minum yang cukup, pulang serak.',
      en: 'Twelve groups from Aceh to Papua, one stage, one long day. Bring a hat, drink water, go home hoarse.',
    },
    shows: [show('gbk-utama', 120, '14:00', { opens_in_days: 5, sold_fraction: 0 })],
  },
  {
    slug: 'rimba-neon-hutan-kota', title: 'Hutan Kota', artist: 'Rimba Neon', city: 'Jakarta', genre: 'Elektronik',
    colours: ['#10002b', '#7b2cbf', '#3bf4a5'], poster_seed: 37,
    description: {
      id: 'Synth, kendang, dan lampu yang bernapas. Tiga malam di Istora dengan panggung baru setiap malamnya.',
      en: 'Synths, kendang and lights that breathe. Three nights at Istora, with a new stage each night.',
    },
    shows: [show('istora', 24, '20:00', { sold_fraction: 0.97 }), show('istora', 25, '20:00', { sold_fraction: 0.55 }), show('istora', 26, '20:00', { sold_fraction: 0.2 })],
  },
  {
    slug: 'dara-samodra-surat-dari-laut', title: 'Surat dari Laut', artist: 'Dara Samodra', city: 'Jakarta', genre: 'Balada',
    colours: ['#0a2342', '#2ca6a4', '#f6e7cb'], poster_seed: 41,
    description: {
      id: 'Suara, piano, dan kuartet gesek. Dara Samodra membacakan surat-surat yang menjadi lagu, tanpa jeda dan hampir tanpa pengeras suara.',
      en: 'A voice, a piano, a string quartet. Dara Samodra reads the letters that became songs, almost unamplified.',
    },
    shows: [show('teater-cikini', 12, '19:30', { sold_fraction: 0.8 }), show('teater-cikini', 13, '15:00', { sold_fraction: 0.45 }), show('teater-cikini', 13, '19:30', { sold_fraction: 0.6 })],
  },
  {
    slug: 'kucing-loteng-malam-minggu', title: 'Malam Minggu di Bawah Tanah', artist: 'Kucing Loteng', city: 'Jakarta', genre: 'Indie',
    colours: ['#2b2d42', '#ef233c', '#edf2f4'], poster_seed: 53,
    description: {
      id: 'Delapan ratus orang, satu ruang bawah tanah, tidak ada kursi. Datang lebih awal, pulang dengan telinga berdenging.',
      en: 'Eight hundred people, one basement, no chairs. Come early, leave with ringing ears.',
    },
    shows: [show('klub-blok-m', 6, '21:00', { sold_fraction: 0.7, max_tickets_per_user: 4 }), show('klub-blok-m', 13, '21:00', { sold_fraction: 0.3, max_tickets_per_user: 4 }),
      show('klub-blok-m', 20, '21:00', { sold_fraction: 0.1, max_tickets_per_user: 4 })],
  },
  {
    slug: 'trio-hujan-sore-resital', title: 'Resital Hujan Sore', artist: 'Trio Hujan Sore', city: 'Bandung', genre: 'Musik kamar',
    colours: ['#33415c', '#979dac', '#e07a5f'], poster_seed: 61,
    description: {
      id: 'Biola, cello, dan piano di ruang resital kecil di Braga. Semua kursi dekat panggung, dan semua kursi sudah ada pemiliknya.',
      en: 'Violin, cello and piano in a small hall on Braga. Every seat is close to the stage, and every seat is taken.',
    },
    shows: [show('bandung-braga', 9, '19:00', { sold_fraction: 1 })],
  },
  {
    slug: 'ombak-tidur-lintas-selat', title: 'Lintas Selat', artist: 'Ombak Tidur', city: 'Denpasar', genre: 'Surf rock',
    colours: ['#023e8a', '#48cae4', '#ffb703'], poster_seed: 71,
    description: {
      id: 'Matahari turun ke laut tepat di belakang panggung pada lagu ketiga. Ombak Tidur main sampai bulan naik.',
      en: 'The sun sets into the sea behind the stage during the third song. They play until the moon is up.',
    },
    shows: [show('bukit-ungasan', 18, '17:30', { sold_fraction: 0.65 }), show('bukit-ungasan', 19, '17:30', { sold_fraction: 0.4 })],
  },
  {
    slug: 'gajah-origami-lipat-dunia', title: 'Lipat Dunia', artist: 'Gajah Origami', city: 'Surabaya', genre: 'Rock alternatif',
    colours: ['#3d0c11', '#d80032', '#f9dec9'], poster_seed: 83,
    description: {
      id: 'Gitar yang keras, lirik yang lembut. Gajah Origami pulang ke Surabaya setelah lima tahun.',
      en: 'Loud guitars, gentle words. Gajah Origami come home to Surabaya after five years.',
    },
    shows: [show('arena-kenjeran', 33, '19:30', { sold_fraction: 0.5 }), show('arena-kenjeran', 34, '19:30', { sold_fraction: 0.15 })],
  },
  {
    slug: 'orkes-pasar-malam-keliling', title: 'Orkes Keliling', artist: 'Nirmala & Orkes Pasar Malam', city: 'Yogyakarta', genre: 'Keroncong',
    colours: ['#5f0f40', '#fb8b24', '#e7d7c1'], poster_seed: 97,
    description: {
      id: 'Keroncong, komedi, dan kembang gula di kaki Merapi. Bawa tikar untuk rumput, jaket untuk malam.',
      en: 'Keroncong, comedy and candyfloss at the foot of Merapi. Bring a mat for the lawn and a jacket for the night.',
    },
    shows: [show('amfiteater-kaliurang', 15, '18:30', { sold_fraction: 0.35 }), show('amfiteater-kaliurang', 16, '18:30', { sold_fraction: 0.25 })],
  },
  {
    slug: 'wayang-elektrik-lakon-baru', title: 'Lakon Baru', artist: 'Wayang Elektrik', city: 'Yogyakarta', genre: 'Gamelan elektronik',
    colours: ['#1d1a05', '#c9a227', '#9b2226'], poster_seed: 101,
    description: {
      id: 'Gamelan pelog bertemu modular, bayangan bertemu laser. Satu lakon baru, tiga jam, tanpa kata.',
      en: 'Gamelan meets modular synths, shadows meet lasers. One new story in three hours, without a word.',
    },
    shows: [show('amfiteater-kaliurang', 40, '19:30', { sold_fraction: 0.18 })],
  },
  {
    slug: 'sora-meridian-garis-bujur', title: 'Garis Bujur', artist: 'Sora Meridian', city: 'Medan', genre: 'R&B',
    colours: ['#231942', '#be95c4', '#f4a259'], poster_seed: 113,
    description: {
      id: 'Suara beludru dari Medan yang kini didengar di mana-mana. Satu-satunya pertunjukan di Sumatra tahun ini.',
      en: 'The velvet voice from Medan now heard everywhere. The only show on Sumatra this year.',
    },
    shows: [show('medan-polonia', 28, '19:30', { sold_fraction: 0.42 }), show('medan-polonia', 29, '16:00', { sold_fraction: 0.1 })],
  },
  {
    slug: 'layar-tancap-musik-film', title: 'Musik untuk Film yang Belum Ada', artist: 'Layar Tancap Ensemble', city: 'Jakarta', genre: 'Orkestra',
    colours: ['#212529', '#adb5bd', '#d62828'], poster_seed: 127,
    description: {
      id: 'Empat puluh pemain mengiringi film yang digambar langsung di panggung. Setiap malam filmnya lain.',
      en: 'Forty players score a film that is drawn live on stage. Every night it is another film.',
    },
    shows: [show('teater-cikini', 50, '19:30', { opens_in_days: -3, sold_fraction: 0.22 }), show('teater-cikini', 51, '19:30', { opens_in_days: -3, sold_fraction: 0.1 })],
  },
  {
    slug: 'jejak-komet-orbit-terakhir', title: 'Orbit Terakhir', artist: 'Jejak Komet', city: 'Jakarta', genre: 'Post-rock',
    colours: ['#03071e', '#5390d9', '#f48c06'], poster_seed: 131,
    description: {
      id: 'Tur perpisahan. Tiga gitar, dua drum, satu jam empat puluh menit tanpa henti.',
      en: 'The farewell tour. Three guitars, two drum kits, a hundred minutes without a pause.',
    },
    shows: [show('istora', 62, '19:30', { opens_in_days: 3, sold_fraction: 0, max_tickets_per_user: 4 })],
  },
  {
    slug: 'the-trotoar-jalan-kaki', title: 'Jalan Kaki', artist: 'The Trotoar', city: 'Bandung', genre: 'Folk',
    colours: ['#283618', '#dda15e', '#fefae0'], poster_seed: 149,
    description: {
      id: 'Lagu-lagu yang ditulis sambil berjalan, dimainkan sambil duduk. Penjualan sudah ditutup; sampai jumpa di pintu.',
      en: 'Songs written walking, played sitting down. Sales are closed; see you at the door.',
    },
    shows: [show('bandung-braga', 1, '19:00', { sold_fraction: 0.9, opens_in_days: -30, closes_in_days: -1 })],
  },
  {
    slug: 'pelita-api-unggun', title: 'Api Unggun', artist: 'Pelita & Api', city: 'Bandung', genre: 'Akustik',
    colours: ['#370617', '#f77f00', '#fcbf49'], poster_seed: 157,
    description: {
      id: 'Duo kakak-adik, dua gitar, cerita di antara lagu. Untuk didengar dengan orang yang kamu sayangi.',
      en: 'A brother and a sister, two guitars, and stories in between. To be heard with someone you love.',
    },
    shows: [show('bandung-braga', 22, '19:00', { sold_fraction: 0.5 }), show('bandung-braga', 23, '15:00', { sold_fraction: 0.25 })],
  },
  {
    slug: 'paduan-suara-kabut-natal', title: 'Kabut Pagi', artist: 'Paduan Suara Kabut', city: 'Surabaya', genre: 'Paduan suara',
    colours: ['#22333b', '#84a98c', '#eae0d5'], poster_seed: 163,
    description: {
      id: 'Seratus dua puluh suara tanpa iringan, berjalan di antara penonton. Lampu dipadamkan pada lagu terakhir.',
      en: 'A hundred and twenty voices, unaccompanied, walking among the audience. The last song is sung in the dark.',
    },
    shows: [show('arena-kenjeran', 75, '18:00', { sold_fraction: 0.05 })],
  },
]

// of accounts.json
const ORGANISATION = '1001'

export const makeConcerts = () =>
  CONCERTS.map((concert) => ({ ...concert, organisation_id: ORGANISATION, shows: concert.shows.map((one, i) => ({ key: `${concert.slug}-${i + 1}`, ...one })) }))
