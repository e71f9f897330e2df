"""Lists of works are fenced, in every make; prose that cites, and sections that are only called so, are not."""

import pytest

from tests.sources.text.fences.fenced import drawn_in, read

BODY = "The dam at Orrin held back 40 million cubic metres of water, the board said in its yearly report.\n\n"

FENCED = [
    BODY
    + "⟦R References\n\n1. Orrin Board. Yearly report. 2019.\n2. Kell, A. “After the flood”. Tarn Post. 3 May 2020.⟧",
    BODY
    + "⟦R References\n[1] A. Kell, “Dams of the north,” J. Hydrol., vol. 3, pp. 1–9, 2018.\n[2] Board, 40 deaths.⟧\n",
    BODY
    + "⟦R Bibliography\n\nKell, A. (2019). Dams of the north: 312 case studies. Tarn University Press.\n\n"
    + "Orrin Board. (2020, May 3). Yearly report. https://board.example/2020\n\n"
    + "Vance, M., & Ito, K. (2015). Seepage. Journal of Dams, 12(3), 200–215.⟧\n",
    BODY
    + "⟦R Works Cited\n\nKell, Ann. “After the Flood.” Tarn Post, 3 May 2020, www.tarn.example/flood.\n"
    + "Vance, Mo. Rivers of Stone. Tarn Press, 2015.⟧\n\nAppendix\n\nThe gauge read 212 on Monday.",
    BODY
    + "⟦R 7. REFERENCES (2)\n\nKell A. Dams. Hydrol Rev. 2018;12(3):200-15.\nIto K, Vance M. Silt. Water. 2011;4:1–9.⟧",
    BODY
    + "⟦R Further reading\n\nKell, A. (2019). Dams of the north. Tarn Press.\nIto, K. (2001). Silt. Tarn Press.⟧\n\n"
    + BODY.strip(),
    BODY
    + "⟦R [1] Kell, A. (2019). Dams of the north. Tarn Press, pp. 3–9.\n[2] Ito, K. (2001). Silt. Water, 4(1), 1–9.\n"
    + "[3] Vance, M. (2011). Stone. https://tarn.example/stone⟧\n",
    "⟦R Sources\n\n• Orrin Board, Yearly report 2019, https://board.example/2019\n"
    "• Kell, A., Dams of the north, Tarn Press, 2018⟧\n\n" + BODY,
    BODY + "⟦R Notes\n\n1. The count leaves out 12 people.\n2. Kell, A., p. 14.⟧\n",
    BODY
    + "⟦R References\n\nKell, A. (2019). Dams of the north: a study of 312\nof them, with maps. Tarn Press.\n"
    + "Ito, K. (2001). Silt. Tarn Press.⟧\n",
    BODY + "⟦R Literature cited\n\nKell, A. 2019. Dams of the north. Tarn Press, Tarn.⟧\n",
    BODY
    + "⟦R Kell, A. (2019). Dams of the north. Tarn Press, pp. 3–9.\nIto, K. (2001). Silt. Water, 4(1), 1–9.\n"
    + "Vance, M. (2011). Stone. https://tarn.example/stone⟧\n",
]

OPEN = [
    BODY,
    "Sources\n\nThe river has two. One was found in 1987, the other (2011) by a hiker from Tarn, she wrote.",
    "Notes\n\nThe mayor noted that 212 houses were lost in 2019. “We will build them again,” she told the Tarn Post.",
    "References to the flood of 1953 are found in 40 letters of the time.\n\n" + BODY,
    "Kell (2019) counted 312 dams. Ito (2001) found 40 of them unsafe. Vance (2011) said 12 had failed.",
    "1. The gates are opened.\n2. In 2019 some 40 people were warned.\n3. The siren sounds for 3 minutes.",
    "In “Dams of the North” (2019), Kell writes that 312 dams were built between 1950 and 1970, most of them of stone.",
    "2017: 12 dead\n2018: 40 dead\n2019: 3 dead\n2020: 7 dead",
    "References\n\nThe board refers to its report. It said that 40 people had to leave their homes on Sunday night.",
    "Citations\n\nThe regulator issued 40 citations in 2019, most of them to firms in Tarn.\nIt fined 12 firms.",
    "The board’s site, https://board.example/2019, lists 312 dams, 40 of which were built before the war of 1939.",
    "• 212 houses lost\n• 40 roads closed\n• 3 bridges gone since 2019",
    "Smith, A. told the inquiry in 2019 that 40 people had died.\nJones, B. told it that 42 had.\nLee, C. said 41 had.",
]


@pytest.mark.parametrize("text", FENCED)
def test_a_list_of_works_is_fenced(text):
    assert read(text) == drawn_in(text)


@pytest.mark.parametrize("text", OPEN)
def test_prose_about_works_is_not(text):
    assert read(text) == []
