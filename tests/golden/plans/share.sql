-- standings; fields: f_loaded int64, f_supplied int64
SELECT
  "t28"."question",
  "t28"."subject",
  "t28"."as_of",
  "t28"."known_at",
  "t28"."points",
  "t28"."grade",
  "t28"."direct",
  "t28"."rank",
  "t28"."stage",
  "t28"."reduced_to",
  "t28"."ceiling"
FROM (
  SELECT
    "t27"."question",
    "t27"."subject",
    "t27"."as_of",
    "t27"."known_at",
    "t27"."base",
    "t27"."reached",
    "t27"."raised",
    "t27"."points",
    "t27"."band",
    "t27"."code",
    "t27"."direct",
    CASE
      WHEN "t27"."code" = 1
      THEN 'D'
      WHEN "t27"."code" = 2
      THEN 'C'
      WHEN "t27"."code" = 3
      THEN 'B'
      WHEN "t27"."code" = 4
      THEN 'A'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t26"."question",
      "t26"."subject",
      "t26"."as_of",
      "t26"."known_at",
      "t26"."base",
      "t26"."reached",
      "t26"."raised",
      "t26"."points",
      "t26"."band",
      "t26"."band" AS "code",
      CAST(NULL AS BIGINT) AS "direct"
    FROM (
      SELECT
        "t25"."question",
        "t25"."subject",
        "t25"."as_of",
        "t25"."known_at",
        "t25"."base",
        "t25"."reached",
        "t25"."raised",
        "t25"."points",
        CASE
          WHEN "t25"."points" >= 95000
          THEN 4
          WHEN "t25"."points" >= 80000
          THEN 3
          WHEN "t25"."points" >= 60000
          THEN 2
          WHEN "t25"."points" >= 0
          THEN 1
          ELSE 0
        END AS "band"
      FROM (
        SELECT
          "t24"."question",
          "t24"."subject",
          "t24"."as_of",
          "t24"."known_at",
          100000 AS "base",
          100000 + COALESCE("t24"."earned", 0) AS "reached",
          100000 + COALESCE("t24"."earned", 0) AS "raised",
          100000 + COALESCE("t24"."earned", 0) AS "points"
        FROM (
          SELECT
            "t4"."question",
            "t4"."subject",
            "t4"."as_of",
            "t4"."known_at",
            "t5"."public_since",
            "t5"."opens_0",
            "t23"."earned"
          FROM "questions" AS "t4"
          INNER JOIN "days" AS "t5"
            ON "t4"."as_of" = "t5"."as_of"
          LEFT OUTER JOIN (
            SELECT
              "t21"."question",
              SUM("t21"."points") AS "earned"
            FROM (
              SELECT
                "t20"."question",
                "t20"."slot",
                "t20"."points"
              FROM (
                SELECT
                  "t19"."question",
                  "t19"."number",
                  "t19"."full",
                  "t19"."part",
                  "t19"."whole",
                  "t19"."sure_part",
                  "t19"."sure_whole",
                  "t19"."few",
                  "t19"."all_of_them",
                  "t19"."sure_ones",
                  "t19"."points",
                  -1 AS "slot"
                FROM (
                  SELECT
                    "t18"."question",
                    "t18"."number",
                    "t18"."full",
                    "t18"."part",
                    "t18"."whole",
                    "t18"."sure_part",
                    "t18"."sure_whole",
                    "t18"."few",
                    "t18"."all_of_them",
                    "t18"."sure_ones",
                    GREATEST("t18"."all_of_them", "t18"."sure_ones") AS "points"
                  FROM (
                    SELECT
                      "t17"."question",
                      "t17"."number",
                      "t17"."full",
                      "t17"."part",
                      "t17"."whole",
                      "t17"."sure_part",
                      "t17"."sure_whole",
                      "t17"."whole" < CASE WHEN "t17"."number" = 0 THEN 20 ELSE 1 END AS "few",
                      CASE
                        WHEN "t17"."whole" < CASE WHEN "t17"."number" = 0 THEN 20 ELSE 1 END
                        THEN 0
                        WHEN (
                          LEAST("t17"."part", "t17"."whole") * 1000
                        ) >= (
                          CASE WHEN "t17"."number" = 0 THEN 950 ELSE 0 END * "t17"."whole"
                        )
                        THEN "t17"."full"
                        ELSE DIVIDE("t17"."full" * LEAST("t17"."part", "t17"."whole"), GREATEST("t17"."whole", 1)) + CASE
                          WHEN (
                            (
                              "t17"."full" * LEAST("t17"."part", "t17"."whole")
                            ) % GREATEST("t17"."whole", 1)
                          ) > 0
                          THEN 1
                          ELSE 0
                        END
                      END AS "all_of_them",
                      CASE
                        WHEN "t17"."sure_whole" < CASE WHEN "t17"."number" = 0 THEN 20 ELSE 1 END
                        THEN 0
                        WHEN (
                          LEAST("t17"."sure_part", "t17"."sure_whole") * 1000
                        ) >= (
                          CASE WHEN "t17"."number" = 0 THEN 950 ELSE 0 END * "t17"."sure_whole"
                        )
                        THEN "t17"."full"
                        ELSE DIVIDE(
                          "t17"."full" * LEAST("t17"."sure_part", "t17"."sure_whole"),
                          GREATEST("t17"."sure_whole", 1)
                        ) + CASE
                          WHEN (
                            (
                              "t17"."full" * LEAST("t17"."sure_part", "t17"."sure_whole")
                            ) % GREATEST("t17"."sure_whole", 1)
                          ) > 0
                          THEN 1
                          ELSE 0
                        END
                      END AS "sure_ones"
                    FROM (
                      SELECT
                        "t16"."question",
                        "t16"."number",
                        MAX("t16"."full") AS "full",
                        SUM("t16"."part") AS "part",
                        SUM("t16"."whole") AS "whole",
                        SUM(CASE WHEN "t16"."weak" THEN 0 ELSE "t16"."part" END) AS "sure_part",
                        SUM(CASE WHEN "t16"."weak" THEN 0 ELSE "t16"."whole" END) AS "sure_whole"
                      FROM (
                        SELECT
                          "t15"."question",
                          "t15"."number",
                          "t15"."record",
                          "t15"."document",
                          "t15"."happened",
                          "t15"."ends",
                          "t15"."leaves",
                          "t15"."known",
                          "t15"."f_loaded",
                          "t15"."f_supplied",
                          "t15"."worth",
                          "t15"."doubted",
                          "t15"."early",
                          CASE WHEN "t15"."number" = 0 THEN "t15"."f_loaded" ELSE CAST(NULL AS BIGINT) END AS "part",
                          CASE WHEN "t15"."number" = 0 THEN "t15"."f_supplied" ELSE CAST(NULL AS BIGINT) END AS "whole",
                          CASE WHEN "t15"."number" = 0 THEN 6000 ELSE CAST(NULL AS BIGINT) END AS "full",
                          "t15"."doubted" OR "t15"."early" AS "weak"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t13"."question",
                              "t13"."number",
                              "t13"."record",
                              "t13"."document",
                              "t13"."happened",
                              "t13"."ends",
                              "t13"."leaves",
                              "t13"."known",
                              "t13"."f_loaded",
                              "t13"."f_supplied",
                              "t13"."worth",
                              "t13"."doubted",
                              "t13"."early"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t11"."subject",
                                  "t11"."record",
                                  "t11"."type",
                                  "t11"."document",
                                  "t11"."happened",
                                  "t11"."ends",
                                  "t11"."leaves",
                                  "t11"."severity",
                                  "t11"."kind",
                                  "t11"."adverse",
                                  "t11"."known",
                                  "t11"."retracts",
                                  "t11"."superseded",
                                  "t11"."doubt_from",
                                  "t11"."doubt_until",
                                  "t11"."replaced",
                                  "t11"."f_loaded",
                                  "t11"."f_supplied",
                                  "t11"."question",
                                  "t11"."as_of",
                                  "t11"."known_at",
                                  "t11"."public_since",
                                  "t11"."opens_0",
                                  "t11"."number",
                                  CASE
                                    WHEN "t11"."number" = 0
                                    THEN CASE
                                      WHEN (
                                        "t11"."f_loaded" >= 0
                                      )
                                      AND (
                                        "t11"."f_loaded" <= 1000000000000
                                      )
                                      AND (
                                        (
                                          "t11"."f_supplied" >= 0
                                        ) AND (
                                          "t11"."f_supplied" <= 1000000000000
                                        )
                                      )
                                      THEN 0
                                      ELSE CAST(NULL AS BIGINT)
                                    END
                                    ELSE CAST(NULL AS BIGINT)
                                  END AS "worth",
                                  (
                                    "t11"."doubt_from" IS NOT NULL
                                  )
                                  AND (
                                    "t11"."doubt_from" <= "t11"."known_at"
                                  )
                                  AND (
                                    (
                                      "t11"."doubt_until" IS NULL
                                    ) OR (
                                      "t11"."known_at" < "t11"."doubt_until"
                                    )
                                  ) AS "doubted",
                                  (
                                    "t11"."public_since" IS NOT NULL
                                  )
                                  AND (
                                    "t11"."happened" < "t11"."public_since"
                                  ) AS "early"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t6"."subject",
                                      "t6"."record",
                                      "t6"."type",
                                      "t6"."document",
                                      "t6"."happened",
                                      "t6"."ends",
                                      "t6"."leaves",
                                      "t6"."severity",
                                      "t6"."kind",
                                      "t6"."adverse",
                                      "t6"."known",
                                      "t6"."retracts",
                                      "t6"."superseded",
                                      "t6"."doubt_from",
                                      "t6"."doubt_until",
                                      "t6"."replaced",
                                      "t6"."f_loaded",
                                      "t6"."f_supplied",
                                      "t9"."question",
                                      "t9"."as_of",
                                      "t9"."known_at",
                                      "t9"."public_since",
                                      "t9"."opens_0",
                                      "t7"."number"
                                    FROM "records" AS "t6"
                                    INNER JOIN (
                                      SELECT
                                        "t4"."question",
                                        "t4"."subject",
                                        "t4"."as_of",
                                        "t4"."known_at",
                                        "t5"."public_since",
                                        "t5"."opens_0"
                                      FROM "questions" AS "t4"
                                      INNER JOIN "days" AS "t5"
                                        ON "t4"."as_of" = "t5"."as_of"
                                    ) AS "t9"
                                      ON "t6"."subject" = "t9"."subject"
                                    INNER JOIN "factors" AS "t7"
                                      ON "t6"."type" = "t7"."type"
                                  ) AS "t10"
                                  WHERE
                                    "t10"."known" <= "t10"."known_at"
                                    AND (
                                      (
                                        "t10"."replaced" IS NULL
                                      ) OR (
                                        "t10"."known_at" < "t10"."replaced"
                                      )
                                    )
                                ) AS "t11"
                              ) AS "t12"
                              WHERE
                                NOT (
                                  "t12"."retracts"
                                )
                                AND (
                                  (
                                    "t12"."superseded" IS NULL
                                  ) OR (
                                    "t12"."known_at" < "t12"."superseded"
                                  )
                                )
                                AND "t12"."happened" <= "t12"."as_of"
                                AND (
                                  (
                                    "t12"."leaves" IS NULL
                                  ) OR (
                                    "t12"."as_of" < "t12"."leaves"
                                  )
                                )
                                AND (
                                  (
                                    "t12"."ends" IS NULL
                                  ) OR (
                                    "t12"."as_of" < "t12"."ends"
                                  )
                                )
                                AND "t12"."happened" > "t12"."opens_0"
                                AND "t12"."worth" IS NOT NULL
                            ) AS "t13"
                          ) AS "t14"
                          WHERE
                            "t14"."number" IN (0)
                        ) AS "t15"
                      ) AS "t16"
                      GROUP BY
                        1,
                        2
                    ) AS "t17"
                  ) AS "t18"
                ) AS "t19"
              ) AS "t20"
            ) AS "t21"
            GROUP BY
              1
          ) AS "t23"
            ON "t4"."question" = "t23"."question"
        ) AS "t24"
      ) AS "t25"
    ) AS "t26"
  ) AS "t27"
) AS "t28"

-- contributions; fields: f_loaded int64, f_supplied int64
WITH "t15" AS (
  SELECT
    "t13"."subject",
    "t13"."record",
    "t13"."type",
    "t13"."document",
    "t13"."happened",
    "t13"."ends",
    "t13"."leaves",
    "t13"."severity",
    "t13"."kind",
    "t13"."adverse",
    "t13"."known",
    "t13"."retracts",
    "t13"."superseded",
    "t13"."doubt_from",
    "t13"."doubt_until",
    "t13"."replaced",
    "t13"."f_loaded",
    "t13"."f_supplied",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."opens_0",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN CASE
        WHEN (
          "t13"."f_loaded" >= 0
        )
        AND (
          "t13"."f_loaded" <= 1000000000000
        )
        AND (
          (
            "t13"."f_supplied" >= 0
          ) AND (
            "t13"."f_supplied" <= 1000000000000
          )
        )
        THEN 0
        ELSE CAST(NULL AS BIGINT)
      END
      ELSE CAST(NULL AS BIGINT)
    END AS "worth",
    (
      "t13"."doubt_from" IS NOT NULL
    )
    AND (
      "t13"."doubt_from" <= "t13"."known_at"
    )
    AND (
      (
        "t13"."doubt_until" IS NULL
      ) OR (
        "t13"."known_at" < "t13"."doubt_until"
      )
    ) AS "doubted",
    (
      "t13"."public_since" IS NOT NULL
    )
    AND (
      "t13"."happened" < "t13"."public_since"
    ) AS "early"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t4"."subject",
        "t4"."record",
        "t4"."type",
        "t4"."document",
        "t4"."happened",
        "t4"."ends",
        "t4"."leaves",
        "t4"."severity",
        "t4"."kind",
        "t4"."adverse",
        "t4"."known",
        "t4"."retracts",
        "t4"."superseded",
        "t4"."doubt_from",
        "t4"."doubt_until",
        "t4"."replaced",
        "t4"."f_loaded",
        "t4"."f_supplied",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t9"."opens_0",
        "t7"."number"
      FROM "records" AS "t4"
      INNER JOIN (
        SELECT
          "t5"."question",
          "t5"."subject",
          "t5"."as_of",
          "t5"."known_at",
          "t6"."public_since",
          "t6"."opens_0"
        FROM "questions" AS "t5"
        INNER JOIN "days" AS "t6"
          ON "t5"."as_of" = "t6"."as_of"
      ) AS "t9"
        ON "t4"."subject" = "t9"."subject"
      INNER JOIN "factors" AS "t7"
        ON "t4"."type" = "t7"."type"
    ) AS "t11"
    WHERE
      "t11"."known" <= "t11"."known_at"
      AND (
        (
          "t11"."replaced" IS NULL
        ) OR (
          "t11"."known_at" < "t11"."replaced"
        )
      )
  ) AS "t13"
), "t22" AS (
  SELECT
    "t20"."question",
    "t20"."number",
    "t20"."record",
    "t20"."document",
    "t20"."happened",
    "t20"."ends",
    "t20"."leaves",
    "t20"."known",
    "t20"."f_loaded",
    "t20"."f_supplied",
    "t20"."worth",
    "t20"."doubted",
    "t20"."early",
    CASE WHEN "t20"."number" = 0 THEN "t20"."f_loaded" ELSE CAST(NULL AS BIGINT) END AS "part",
    CASE WHEN "t20"."number" = 0 THEN "t20"."f_supplied" ELSE CAST(NULL AS BIGINT) END AS "whole",
    CASE WHEN "t20"."number" = 0 THEN 6000 ELSE CAST(NULL AS BIGINT) END AS "full",
    "t20"."doubted" OR "t20"."early" AS "weak"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t18"."question",
        "t18"."number",
        "t18"."record",
        "t18"."document",
        "t18"."happened",
        "t18"."ends",
        "t18"."leaves",
        "t18"."known",
        "t18"."f_loaded",
        "t18"."f_supplied",
        "t18"."worth",
        "t18"."doubted",
        "t18"."early"
      FROM (
        SELECT
          *
        FROM "t15" AS "t16"
        WHERE
          NOT (
            "t16"."retracts"
          )
          AND (
            (
              "t16"."superseded" IS NULL
            ) OR (
              "t16"."known_at" < "t16"."superseded"
            )
          )
          AND "t16"."happened" <= "t16"."as_of"
          AND (
            (
              "t16"."leaves" IS NULL
            ) OR (
              "t16"."as_of" < "t16"."leaves"
            )
          )
          AND (
            (
              "t16"."ends" IS NULL
            ) OR (
              "t16"."as_of" < "t16"."ends"
            )
          )
          AND "t16"."happened" > "t16"."opens_0"
          AND "t16"."worth" IS NOT NULL
      ) AS "t18"
    ) AS "t19"
    WHERE
      "t19"."number" IN (0)
  ) AS "t20"
), "t28" AS (
  SELECT
    "t27"."question",
    "t27"."number",
    "t27"."full",
    "t27"."part",
    "t27"."whole",
    "t27"."sure_part",
    "t27"."sure_whole",
    "t27"."few",
    "t27"."all_of_them",
    "t27"."sure_ones",
    GREATEST("t27"."all_of_them", "t27"."sure_ones") AS "points"
  FROM (
    SELECT
      "t25"."question",
      "t25"."number",
      "t25"."full",
      "t25"."part",
      "t25"."whole",
      "t25"."sure_part",
      "t25"."sure_whole",
      "t25"."whole" < CASE WHEN "t25"."number" = 0 THEN 20 ELSE 1 END AS "few",
      CASE
        WHEN "t25"."whole" < CASE WHEN "t25"."number" = 0 THEN 20 ELSE 1 END
        THEN 0
        WHEN (
          LEAST("t25"."part", "t25"."whole") * 1000
        ) >= (
          CASE WHEN "t25"."number" = 0 THEN 950 ELSE 0 END * "t25"."whole"
        )
        THEN "t25"."full"
        ELSE DIVIDE("t25"."full" * LEAST("t25"."part", "t25"."whole"), GREATEST("t25"."whole", 1)) + CASE
          WHEN (
            (
              "t25"."full" * LEAST("t25"."part", "t25"."whole")
            ) % GREATEST("t25"."whole", 1)
          ) > 0
          THEN 1
          ELSE 0
        END
      END AS "all_of_them",
      CASE
        WHEN "t25"."sure_whole" < CASE WHEN "t25"."number" = 0 THEN 20 ELSE 1 END
        THEN 0
        WHEN (
          LEAST("t25"."sure_part", "t25"."sure_whole") * 1000
        ) >= (
          CASE WHEN "t25"."number" = 0 THEN 950 ELSE 0 END * "t25"."sure_whole"
        )
        THEN "t25"."full"
        ELSE DIVIDE(
          "t25"."full" * LEAST("t25"."sure_part", "t25"."sure_whole"),
          GREATEST("t25"."sure_whole", 1)
        ) + CASE
          WHEN (
            (
              "t25"."full" * LEAST("t25"."sure_part", "t25"."sure_whole")
            ) % GREATEST("t25"."sure_whole", 1)
          ) > 0
          THEN 1
          ELSE 0
        END
      END AS "sure_ones"
    FROM (
      SELECT
        "t23"."question",
        "t23"."number",
        MAX("t23"."full") AS "full",
        SUM("t23"."part") AS "part",
        SUM("t23"."whole") AS "whole",
        SUM(CASE WHEN "t23"."weak" THEN 0 ELSE "t23"."part" END) AS "sure_part",
        SUM(CASE WHEN "t23"."weak" THEN 0 ELSE "t23"."whole" END) AS "sure_whole"
      FROM "t22" AS "t23"
      GROUP BY
        1,
        2
    ) AS "t25"
  ) AS "t27"
), "t42" AS (
  SELECT
    "t40"."question",
    "t40"."subject",
    "t40"."as_of",
    "t40"."known_at",
    100000 AS "base",
    100000 + COALESCE("t40"."earned", 0) AS "reached",
    100000 + COALESCE("t40"."earned", 0) AS "raised",
    100000 + COALESCE("t40"."earned", 0) AS "points"
  FROM (
    SELECT
      "t5"."question",
      "t5"."subject",
      "t5"."as_of",
      "t5"."known_at",
      "t6"."public_since",
      "t6"."opens_0",
      "t38"."earned"
    FROM "questions" AS "t5"
    INNER JOIN "days" AS "t6"
      ON "t5"."as_of" = "t6"."as_of"
    LEFT OUTER JOIN (
      SELECT
        "t35"."question",
        SUM("t35"."points") AS "earned"
      FROM (
        SELECT
          "t32"."question",
          "t32"."slot",
          "t32"."points"
        FROM (
          SELECT
            "t29"."question",
            "t29"."number",
            "t29"."full",
            "t29"."part",
            "t29"."whole",
            "t29"."sure_part",
            "t29"."sure_whole",
            "t29"."few",
            "t29"."all_of_them",
            "t29"."sure_ones",
            "t29"."points",
            -1 AS "slot"
          FROM "t28" AS "t29"
        ) AS "t32"
      ) AS "t35"
      GROUP BY
        1
    ) AS "t38"
      ON "t5"."question" = "t38"."question"
  ) AS "t40"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t46"."question",
          CAST(NULL AS BIGINT) AS "number",
          'floor' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t46"."raised" - "t46"."reached" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t42" AS "t43"
          WHERE
            "t43"."raised" <> "t43"."reached"
        ) AS "t46"
      ) AS "t49"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t47"."question",
          CAST(NULL AS BIGINT) AS "number",
          'ceiling' AS "step",
          CAST(NULL AS BIGINT) AS "record",
          CAST(NULL AS DATE) AS "happened",
          CAST(NULL AS DATE) AS "ends",
          CAST(NULL AS DATE) AS "leaves",
          "t47"."points" - "t47"."raised" AS "points",
          '' AS "why",
          CAST(NULL AS BIGINT) AS "year",
          CAST(NULL AS DATE) AS "since",
          CAST(NULL AS BIGINT) AS "times",
          CAST(NULL AS BIGINT) AS "over"
        FROM (
          SELECT
            *
          FROM "t42" AS "t43"
          WHERE
            "t43"."points" <> "t43"."raised"
        ) AS "t47"
      ) AS "t50"
    ) AS "t51"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t21"."question",
            "t21"."number",
            'points' AS "step",
            "t21"."record",
            "t21"."happened",
            "t21"."ends",
            "t21"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t21"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t21"."superseded" IS NULL
                  ) OR (
                    "t21"."known_at" < "t21"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t21"."happened" <= "t21"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t21"."leaves" IS NULL
                ) OR (
                  "t21"."as_of" < "t21"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t21"."ends" IS NULL
                ) OR (
                  "t21"."as_of" < "t21"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE("t21"."happened" > "t21"."opens_0", FALSE)
              )
              THEN 'outside_window'
              WHEN NOT (
                COALESCE("t21"."worth" IS NOT NULL, FALSE)
              )
              THEN 'condition'
              ELSE ''
            END AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t15" AS "t16"
            WHERE
              NOT (
                COALESCE(
                  NOT (
                    "t16"."retracts"
                  )
                  AND (
                    (
                      "t16"."superseded" IS NULL
                    ) OR (
                      "t16"."known_at" < "t16"."superseded"
                    )
                  )
                  AND (
                    "t16"."happened" <= "t16"."as_of"
                  )
                  AND (
                    (
                      "t16"."leaves" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."leaves"
                    )
                  )
                  AND (
                    (
                      "t16"."ends" IS NULL
                    ) OR (
                      "t16"."as_of" < "t16"."ends"
                    )
                  )
                  AND (
                    "t16"."happened" > "t16"."opens_0"
                  )
                  AND (
                    "t16"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t21"
        ) AS "t26"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t29"."question",
            "t29"."number",
            'points' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t29"."points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t28" AS "t29"
        ) AS "t30"
      ) AS "t33"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t39"."question",
            "t39"."number",
            'points' AS "step",
            "t39"."record",
            "t39"."happened",
            "t39"."ends",
            "t39"."leaves",
            "t39"."points",
            "t39"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              "t36"."question",
              "t36"."number",
              "t36"."record",
              "t36"."document",
              "t36"."happened",
              "t36"."ends",
              "t36"."leaves",
              "t36"."known",
              "t36"."f_loaded",
              "t36"."f_supplied",
              "t36"."worth",
              "t36"."doubted",
              "t36"."early",
              "t36"."part",
              "t36"."whole",
              "t36"."full",
              "t36"."weak",
              "t36"."few",
              0 AS "points",
              "t36"."all_of_them",
              CASE
                WHEN "t36"."few"
                THEN 'too_few'
                WHEN "t36"."weak" AND (
                  "t36"."points" <> "t36"."all_of_them"
                )
                THEN CASE WHEN "t36"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                ELSE ''
              END AS "why"
            FROM (
              SELECT
                "t24"."question",
                "t24"."number",
                "t24"."record",
                "t24"."document",
                "t24"."happened",
                "t24"."ends",
                "t24"."leaves",
                "t24"."known",
                "t24"."f_loaded",
                "t24"."f_supplied",
                "t24"."worth",
                "t24"."doubted",
                "t24"."early",
                "t24"."part",
                "t24"."whole",
                "t24"."full",
                "t24"."weak",
                "t34"."few",
                "t34"."points",
                "t34"."all_of_them"
              FROM "t22" AS "t24"
              INNER JOIN (
                SELECT
                  "t29"."question",
                  "t29"."number",
                  "t29"."few",
                  "t29"."points",
                  "t29"."all_of_them"
                FROM "t28" AS "t29"
              ) AS "t34"
                ON "t24"."question" = "t34"."question" AND "t24"."number" = "t34"."number"
            ) AS "t36"
          ) AS "t39"
        ) AS "t41"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t43"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t43"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t42" AS "t43"
        ) AS "t44"
      ) AS "t45"
    ) AS "t48"
  ) AS "t52"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      CAST(NULL AS BIGINT) AS "number",
      'points' AS "step",
      "t14"."record",
      "t14"."happened",
      "t14"."ends",
      "t14"."leaves",
      0 AS "points",
      CASE
        WHEN NOT (
          COALESCE(NOT (
            "t14"."retracts"
          ), FALSE)
        )
        THEN 'retracts'
        WHEN NOT (
          COALESCE(
            (
              "t14"."superseded" IS NULL
            ) OR (
              "t14"."known_at" < "t14"."superseded"
            ),
            FALSE
          )
        )
        THEN 'superseded'
        ELSE 'no_factor'
      END AS "why",
      CAST(NULL AS BIGINT) AS "year",
      CAST(NULL AS DATE) AS "since",
      CAST(NULL AS BIGINT) AS "times",
      CAST(NULL AS BIGINT) AS "over"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t4"."subject",
            "t4"."record",
            "t4"."type",
            "t4"."document",
            "t4"."happened",
            "t4"."ends",
            "t4"."leaves",
            "t4"."severity",
            "t4"."kind",
            "t4"."adverse",
            "t4"."known",
            "t4"."retracts",
            "t4"."superseded",
            "t4"."doubt_from",
            "t4"."doubt_until",
            "t4"."replaced",
            "t4"."f_loaded",
            "t4"."f_supplied",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since",
            "t9"."opens_0"
          FROM "records" AS "t4"
          INNER JOIN (
            SELECT
              "t5"."question",
              "t5"."subject",
              "t5"."as_of",
              "t5"."known_at",
              "t6"."public_since",
              "t6"."opens_0"
            FROM "questions" AS "t5"
            INNER JOIN "days" AS "t6"
              ON "t5"."as_of" = "t6"."as_of"
          ) AS "t9"
            ON "t4"."subject" = "t9"."subject"
        ) AS "t10"
        WHERE
          "t10"."known" <= "t10"."known_at"
          AND (
            (
              "t10"."replaced" IS NULL
            ) OR (
              "t10"."known_at" < "t10"."replaced"
            )
          )
      ) AS "t12"
      WHERE
        NOT (
          "t12"."type" IN ('return')
        )
    ) AS "t14"
  ) AS "t17"
) AS "t53"
