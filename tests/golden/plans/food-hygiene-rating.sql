-- standings; fields: f_handling int64, f_management int64, f_rating_state string, f_structure int64
SELECT
  "t47"."question",
  "t47"."subject",
  "t47"."as_of",
  "t47"."known_at",
  "t47"."points",
  "t47"."grade",
  "t47"."direct",
  "t47"."rank",
  "t47"."stage",
  "t47"."reduced_to",
  "t47"."ceiling"
FROM (
  SELECT
    "t46"."question",
    "t46"."subject",
    "t46"."as_of",
    "t46"."known_at",
    "t46"."sum_0",
    "t46"."sum_1",
    "t46"."sum_2",
    "t46"."start_0",
    "t46"."start_1",
    "t46"."start_2",
    "t46"."total_0",
    "t46"."total_1",
    "t46"."total_2",
    "t46"."parts_0",
    "t46"."parts_1",
    "t46"."parts_2",
    "t46"."part_0",
    "t46"."part_1",
    "t46"."part_2",
    "t46"."base",
    "t46"."reached",
    "t46"."raised",
    "t46"."points",
    "t46"."band",
    "t46"."state_0",
    "t46"."state_1",
    "t46"."state_2",
    "t46"."state_3",
    "t46"."state_4",
    "t46"."firm",
    "t46"."firm_direct",
    "t46"."offer",
    "t46"."offered",
    "t46"."code",
    "t46"."direct",
    CASE
      WHEN "t46"."code" = 1
      THEN '0'
      WHEN "t46"."code" = 2
      THEN '1'
      WHEN "t46"."code" = 3
      THEN '2'
      WHEN "t46"."code" = 4
      THEN '3'
      WHEN "t46"."code" = 5
      THEN '4'
      WHEN "t46"."code" = 6
      THEN '5'
      WHEN "t46"."code" = -1
      THEN 'exempt'
      WHEN "t46"."code" = -2
      THEN 'awaiting_inspection'
      WHEN "t46"."code" = -3
      THEN 'awaiting_publication'
      ELSE CAST(NULL AS TEXT)
    END AS "grade",
    CAST(NULL AS BIGINT) AS "rank",
    CAST(NULL AS TEXT) AS "stage",
    CAST(NULL AS BIGINT) AS "reduced_to",
    CAST(NULL AS BIGINT) AS "ceiling"
  FROM (
    SELECT
      "t45"."question",
      "t45"."subject",
      "t45"."as_of",
      "t45"."known_at",
      "t45"."sum_0",
      "t45"."sum_1",
      "t45"."sum_2",
      "t45"."start_0",
      "t45"."start_1",
      "t45"."start_2",
      "t45"."total_0",
      "t45"."total_1",
      "t45"."total_2",
      "t45"."parts_0",
      "t45"."parts_1",
      "t45"."parts_2",
      "t45"."part_0",
      "t45"."part_1",
      "t45"."part_2",
      "t45"."base",
      "t45"."reached",
      "t45"."raised",
      "t45"."points",
      "t45"."band",
      "t45"."state_0",
      "t45"."state_1",
      "t45"."state_2",
      "t45"."state_3",
      "t45"."state_4",
      "t45"."firm",
      "t45"."firm_direct",
      "t45"."offer",
      "t45"."offered",
      CASE
        WHEN (
          "t45"."firm" > 0
        ) AND (
          "t45"."offer" > "t45"."firm"
        )
        THEN "t45"."offer"
        ELSE "t45"."firm"
      END AS "code",
      CASE
        WHEN (
          "t45"."firm" > 0
        ) AND (
          "t45"."offer" > "t45"."firm"
        )
        THEN "t45"."offered"
        ELSE "t45"."firm_direct"
      END AS "direct"
    FROM (
      SELECT
        "t44"."question",
        "t44"."subject",
        "t44"."as_of",
        "t44"."known_at",
        "t44"."sum_0",
        "t44"."sum_1",
        "t44"."sum_2",
        "t44"."start_0",
        "t44"."start_1",
        "t44"."start_2",
        "t44"."total_0",
        "t44"."total_1",
        "t44"."total_2",
        "t44"."parts_0",
        "t44"."parts_1",
        "t44"."parts_2",
        "t44"."part_0",
        "t44"."part_1",
        "t44"."part_2",
        "t44"."base",
        "t44"."reached",
        "t44"."raised",
        "t44"."points",
        "t44"."band",
        "t44"."state_0",
        "t44"."state_1",
        "t44"."state_2",
        "t44"."state_3",
        "t44"."state_4",
        CASE
          WHEN COALESCE("t44"."state_0", 0) = 2
          THEN -1
          WHEN COALESCE("t44"."state_1", 0) = 2
          THEN -2
          WHEN COALESCE("t44"."state_2", 0) = 2
          THEN -3
          WHEN COALESCE("t44"."state_3", 0) = 2
          THEN 0
          WHEN COALESCE("t44"."state_4", 0) = 2
          THEN 0
          ELSE "t44"."band"
        END AS "firm",
        CASE
          WHEN COALESCE("t44"."state_0", 0) = 2
          THEN 0
          WHEN COALESCE("t44"."state_1", 0) = 2
          THEN 1
          WHEN COALESCE("t44"."state_2", 0) = 2
          THEN 2
          WHEN COALESCE("t44"."state_3", 0) = 2
          THEN 3
          WHEN COALESCE("t44"."state_4", 0) = 2
          THEN 4
          ELSE CAST(NULL AS BIGINT)
        END AS "firm_direct",
        GREATEST(
          CASE WHEN COALESCE("t44"."state_0", 0) = 1 THEN -1 ELSE 0 END,
          CASE
            WHEN (
              COALESCE("t44"."state_1", 0) = 1
            )
            AND NOT (
              COALESCE("t44"."state_0", 0) = 2
            )
            THEN -2
            ELSE 0
          END,
          CASE
            WHEN (
              COALESCE("t44"."state_2", 0) = 1
            )
            AND NOT (
              COALESCE("t44"."state_0", 0) = 2
            )
            AND NOT (
              COALESCE("t44"."state_1", 0) = 2
            )
            THEN -3
            ELSE 0
          END,
          CASE
            WHEN (
              COALESCE("t44"."state_3", 0) = 1
            )
            AND NOT (
              COALESCE("t44"."state_0", 0) = 2
            )
            AND NOT (
              COALESCE("t44"."state_1", 0) = 2
            )
            AND NOT (
              COALESCE("t44"."state_2", 0) = 2
            )
            THEN 0
            ELSE 0
          END,
          CASE
            WHEN (
              COALESCE("t44"."state_4", 0) = 1
            )
            AND NOT (
              COALESCE("t44"."state_0", 0) = 2
            )
            AND NOT (
              COALESCE("t44"."state_1", 0) = 2
            )
            AND NOT (
              COALESCE("t44"."state_2", 0) = 2
            )
            AND NOT (
              COALESCE("t44"."state_3", 0) = 2
            )
            THEN 0
            ELSE 0
          END
        ) AS "offer",
        CASE
          WHEN (
            COALESCE("t44"."state_3", 0) = 1
          )
          AND NOT (
            COALESCE("t44"."state_0", 0) = 2
          )
          AND NOT (
            COALESCE("t44"."state_1", 0) = 2
          )
          AND NOT (
            COALESCE("t44"."state_2", 0) = 2
          )
          THEN 3
          WHEN (
            COALESCE("t44"."state_4", 0) = 1
          )
          AND NOT (
            COALESCE("t44"."state_0", 0) = 2
          )
          AND NOT (
            COALESCE("t44"."state_1", 0) = 2
          )
          AND NOT (
            COALESCE("t44"."state_2", 0) = 2
          )
          AND NOT (
            COALESCE("t44"."state_3", 0) = 2
          )
          THEN 4
          WHEN COALESCE("t44"."state_0", 0) = 1
          THEN 0
          WHEN (
            COALESCE("t44"."state_1", 0) = 1
          )
          AND NOT (
            COALESCE("t44"."state_0", 0) = 2
          )
          THEN 1
          WHEN (
            COALESCE("t44"."state_2", 0) = 1
          )
          AND NOT (
            COALESCE("t44"."state_0", 0) = 2
          )
          AND NOT (
            COALESCE("t44"."state_1", 0) = 2
          )
          THEN 2
          ELSE CAST(NULL AS BIGINT)
        END AS "offered"
      FROM (
        SELECT
          "t43"."question",
          "t43"."subject",
          "t43"."as_of",
          "t43"."known_at",
          "t43"."sum_0",
          "t43"."sum_1",
          "t43"."sum_2",
          "t43"."start_0",
          "t43"."start_1",
          "t43"."start_2",
          "t43"."total_0",
          "t43"."total_1",
          "t43"."total_2",
          "t43"."parts_0",
          "t43"."parts_1",
          "t43"."parts_2",
          "t43"."part_0",
          "t43"."part_1",
          "t43"."part_2",
          "t43"."base",
          "t43"."reached",
          "t43"."raised",
          "t43"."points",
          "t43"."band",
          CASE WHEN COALESCE("t43"."met_0", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t43"."sure_0", 0) = 1 THEN 1 ELSE 0 END AS "state_0",
          CASE WHEN COALESCE("t43"."met_1", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t43"."sure_1", 0) = 1 THEN 1 ELSE 0 END AS "state_1",
          CASE WHEN COALESCE("t43"."met_2", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t43"."sure_2", 0) = 1 THEN 1 ELSE 0 END AS "state_2",
          CASE WHEN COALESCE("t43"."met_3", 0) = 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t43"."sure_3", 0) = 1 THEN 1 ELSE 0 END AS "state_3",
          CASE WHEN COALESCE("t43"."met_4", 0) < 1 THEN 1 ELSE 0 END + CASE WHEN COALESCE("t43"."sure_4", 0) < 1 THEN 1 ELSE 0 END AS "state_4"
        FROM (
          SELECT
            "t42"."question",
            "t42"."subject",
            "t42"."as_of",
            "t42"."known_at",
            "t42"."sum_0",
            "t42"."sum_1",
            "t42"."sum_2",
            "t42"."start_0",
            "t42"."start_1",
            "t42"."start_2",
            "t42"."total_0",
            "t42"."total_1",
            "t42"."total_2",
            "t42"."parts_0",
            "t42"."parts_1",
            "t42"."parts_2",
            "t42"."part_0",
            "t42"."part_1",
            "t42"."part_2",
            "t42"."base",
            "t42"."reached",
            "t42"."raised",
            "t42"."points",
            "t42"."band",
            "t26"."met_0",
            "t26"."sure_0",
            "t26"."met_1",
            "t26"."sure_1",
            "t26"."met_2",
            "t26"."sure_2",
            "t26"."met_3",
            "t26"."sure_3",
            "t26"."met_4",
            "t26"."sure_4"
          FROM (
            SELECT
              "t40"."question",
              "t40"."subject",
              "t40"."as_of",
              "t40"."known_at",
              "t40"."sum_0",
              "t40"."sum_1",
              "t40"."sum_2",
              "t40"."start_0",
              "t40"."start_1",
              "t40"."start_2",
              "t40"."total_0",
              "t40"."total_1",
              "t40"."total_2",
              "t40"."parts_0",
              "t40"."parts_1",
              "t40"."parts_2",
              "t40"."part_0",
              "t40"."part_1",
              "t40"."part_2",
              "t40"."base",
              "t40"."reached",
              "t40"."raised",
              "t40"."points",
              CASE
                WHEN (
                  "t40"."points" >= 0
                )
                AND (
                  "t40"."points" < 20000
                )
                AND (
                  TRUE
                  AND (
                    "t40"."part_0" <= 5000
                  )
                  AND (
                    "t40"."part_1" <= 5000
                  )
                  AND (
                    "t40"."part_2" <= 5000
                  )
                )
                THEN 6
                WHEN (
                  "t40"."points" >= 0
                )
                AND (
                  "t40"."points" < 25000
                )
                AND (
                  TRUE
                  AND (
                    "t40"."part_0" <= 10000
                  )
                  AND (
                    "t40"."part_1" <= 10000
                  )
                  AND (
                    "t40"."part_2" <= 10000
                  )
                )
                THEN 5
                WHEN (
                  "t40"."points" >= 0
                )
                AND (
                  "t40"."points" < 35000
                )
                AND (
                  TRUE
                  AND (
                    "t40"."part_0" <= 10000
                  )
                  AND (
                    "t40"."part_1" <= 10000
                  )
                  AND (
                    "t40"."part_2" <= 10000
                  )
                )
                THEN 4
                WHEN (
                  "t40"."points" >= 0
                )
                AND (
                  "t40"."points" < 45000
                )
                AND (
                  TRUE
                  AND (
                    "t40"."part_0" <= 15000
                  )
                  AND (
                    "t40"."part_1" <= 15000
                  )
                  AND (
                    "t40"."part_2" <= 15000
                  )
                )
                THEN 3
                WHEN (
                  "t40"."points" >= 0
                )
                AND (
                  "t40"."points" < 55000
                )
                AND (
                  TRUE
                  AND (
                    "t40"."part_0" <= 20000
                  )
                  AND (
                    "t40"."part_1" <= 20000
                  )
                  AND (
                    "t40"."part_2" <= 20000
                  )
                )
                THEN 2
                WHEN "t40"."points" >= 0
                THEN 1
                ELSE 0
              END AS "band"
            FROM (
              SELECT
                "t39"."question",
                "t39"."subject",
                "t39"."as_of",
                "t39"."known_at",
                "t39"."sum_0",
                "t39"."sum_1",
                "t39"."sum_2",
                "t39"."start_0",
                "t39"."start_1",
                "t39"."start_2",
                "t39"."total_0",
                "t39"."total_1",
                "t39"."total_2",
                "t39"."parts_0",
                "t39"."parts_1",
                "t39"."parts_2",
                "t39"."part_0",
                "t39"."part_1",
                "t39"."part_2",
                0 AS "base",
                0 + "t39"."earned" AS "reached",
                GREATEST(0 + "t39"."earned", 0) AS "raised",
                LEAST(GREATEST(0 + "t39"."earned", 0), 80000) AS "points"
              FROM (
                SELECT
                  "t38"."question",
                  "t38"."subject",
                  "t38"."as_of",
                  "t38"."known_at",
                  "t38"."public_since",
                  "t38"."rest",
                  "t38"."sum_0",
                  "t38"."sum_1",
                  "t38"."sum_2",
                  "t38"."start_0",
                  "t38"."start_1",
                  "t38"."start_2",
                  "t38"."total_0",
                  "t38"."total_1",
                  "t38"."total_2",
                  "t38"."parts_0",
                  "t38"."parts_1",
                  "t38"."parts_2",
                  "t38"."part_0",
                  "t38"."part_1",
                  "t38"."part_2",
                  "t38"."rest" + "t38"."part_0" + "t38"."part_1" + "t38"."part_2" AS "earned"
                FROM (
                  SELECT
                    "t37"."question",
                    "t37"."subject",
                    "t37"."as_of",
                    "t37"."known_at",
                    "t37"."public_since",
                    "t37"."rest",
                    "t37"."sum_0",
                    "t37"."sum_1",
                    "t37"."sum_2",
                    "t37"."start_0",
                    "t37"."start_1",
                    "t37"."start_2",
                    "t37"."total_0",
                    "t37"."total_1",
                    "t37"."total_2",
                    "t37"."parts_0",
                    "t37"."parts_1",
                    "t37"."parts_2",
                    GREATEST(LEAST("t37"."parts_0", 25000), -(
                      25000
                    )) AS "part_0",
                    GREATEST(LEAST("t37"."parts_1", 25000), -(
                      25000
                    )) AS "part_1",
                    GREATEST(LEAST("t37"."parts_2", 30000), -(
                      30000
                    )) AS "part_2"
                  FROM (
                    SELECT
                      "t36"."question",
                      "t36"."subject",
                      "t36"."as_of",
                      "t36"."known_at",
                      "t36"."public_since",
                      "t36"."rest",
                      "t36"."sum_0",
                      "t36"."sum_1",
                      "t36"."sum_2",
                      "t36"."start_0",
                      "t36"."start_1",
                      "t36"."start_2",
                      "t36"."total_0",
                      "t36"."total_1",
                      "t36"."total_2",
                      "t36"."total_0" AS "parts_0",
                      "t36"."total_1" AS "parts_1",
                      "t36"."total_2" AS "parts_2"
                    FROM (
                      SELECT
                        "t35"."question",
                        "t35"."subject",
                        "t35"."as_of",
                        "t35"."known_at",
                        "t35"."public_since",
                        "t35"."rest",
                        "t35"."sum_0",
                        "t35"."sum_1",
                        "t35"."sum_2",
                        "t35"."start_0",
                        "t35"."start_1",
                        "t35"."start_2",
                        "t35"."sum_0" AS "total_0",
                        "t35"."sum_1" AS "total_1",
                        "t35"."sum_2" AS "total_2"
                      FROM (
                        SELECT
                          "t34"."question",
                          "t34"."subject",
                          "t34"."as_of",
                          "t34"."known_at",
                          "t34"."public_since",
                          "t34"."rest",
                          "t34"."sum_0" + "t34"."start_0" AS "sum_0",
                          "t34"."sum_1" + "t34"."start_1" AS "sum_1",
                          "t34"."sum_2" + "t34"."start_2" AS "sum_2",
                          "t34"."start_0",
                          "t34"."start_1",
                          "t34"."start_2"
                        FROM (
                          SELECT
                            "t33"."question",
                            "t33"."subject",
                            "t33"."as_of",
                            "t33"."known_at",
                            "t33"."public_since",
                            COALESCE("t33"."rest", 0) AS "rest",
                            COALESCE("t33"."sum_0", 0) AS "sum_0",
                            COALESCE("t33"."sum_1", 0) AS "sum_1",
                            COALESCE("t33"."sum_2", 0) AS "sum_2",
                            0 AS "start_0",
                            0 AS "start_1",
                            0 AS "start_2"
                          FROM (
                            SELECT
                              "t6"."question",
                              "t6"."subject",
                              "t6"."as_of",
                              "t6"."known_at",
                              "t8"."public_since",
                              "t32"."rest",
                              "t32"."sum_0",
                              "t32"."sum_1",
                              "t32"."sum_2"
                            FROM "questions" AS "t6"
                            INNER JOIN "days" AS "t8"
                              ON "t6"."as_of" = "t8"."as_of"
                            LEFT OUTER JOIN (
                              SELECT
                                "t30"."question",
                                SUM(CASE WHEN NOT (
                                  "t30"."slot" IN (0, 1, 2)
                                ) THEN "t30"."points" ELSE 0 END) AS "rest",
                                SUM(CASE WHEN "t30"."slot" = 0 THEN "t30"."points" ELSE 0 END) AS "sum_0",
                                SUM(CASE WHEN "t30"."slot" = 1 THEN "t30"."points" ELSE 0 END) AS "sum_1",
                                SUM(CASE WHEN "t30"."slot" = 2 THEN "t30"."points" ELSE 0 END) AS "sum_2"
                              FROM (
                                SELECT
                                  "t29"."question",
                                  "t29"."slot",
                                  "t29"."points"
                                FROM (
                                  SELECT
                                    "t28"."question",
                                    "t28"."number",
                                    "t28"."record",
                                    "t28"."happened",
                                    "t28"."ends",
                                    "t28"."leaves",
                                    "t28"."points",
                                    "t28"."why",
                                    CASE
                                      WHEN "t28"."number" = 0
                                      THEN 0
                                      WHEN "t28"."number" = 1
                                      THEN 1
                                      WHEN "t28"."number" = 2
                                      THEN 2
                                      ELSE -1
                                    END AS "slot"
                                  FROM (
                                    SELECT
                                      "t27"."question",
                                      "t27"."number",
                                      "t27"."record",
                                      "t27"."happened",
                                      "t27"."ends",
                                      "t27"."leaves",
                                      "t27"."points",
                                      "t27"."why"
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
                                        "t24"."worth",
                                        "t24"."doubted",
                                        "t24"."early",
                                        "t24"."favour",
                                        "t24"."out",
                                        "t24"."event",
                                        "t24"."rank",
                                        "t24"."place",
                                        "t24"."sure_before",
                                        "t24"."out_before",
                                        CASE
                                          WHEN NOT (
                                            "t24"."out"
                                          )
                                          AND (
                                            "t24"."place" = 0
                                          )
                                          AND (
                                            (
                                              "t24"."out_before" IS NULL
                                            ) OR (
                                              "t24"."out_before" <= "t24"."favour"
                                            )
                                          )
                                          THEN "t24"."worth"
                                          ELSE 0
                                        END AS "points",
                                        CASE
                                          WHEN NOT (
                                            "t24"."out"
                                          )
                                          AND (
                                            "t24"."place" = 0
                                          )
                                          AND (
                                            (
                                              "t24"."out_before" IS NULL
                                            ) OR (
                                              "t24"."out_before" <= "t24"."favour"
                                            )
                                          )
                                          THEN ''
                                          WHEN "t24"."out" AND (
                                            COALESCE("t24"."sure_before", 0) = 0
                                          )
                                          THEN CASE WHEN "t24"."doubted" THEN 'in_doubt' ELSE 'before_public' END
                                          ELSE 'later_one'
                                        END AS "why"
                                      FROM (
                                        SELECT
                                          "t22"."question",
                                          "t22"."number",
                                          "t22"."record",
                                          "t22"."document",
                                          "t22"."happened",
                                          "t22"."ends",
                                          "t22"."leaves",
                                          "t22"."known",
                                          "t22"."worth",
                                          "t22"."doubted",
                                          "t22"."early",
                                          "t22"."favour",
                                          "t22"."out",
                                          "t22"."event",
                                          "t22"."rank",
                                          ROW_NUMBER() OVER (
                                            PARTITION BY "t22"."question", "t22"."number", "t22"."event", "t22"."out"
                                            ORDER BY "t22"."rank" DESC, "t22"."happened" DESC, "t22"."known" DESC, "t22"."record" DESC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                          ) - 1 AS "place",
                                          SUM(CASE WHEN NOT (
                                            "t22"."out"
                                          ) THEN 1 ELSE 0 END) OVER (
                                            PARTITION BY "t22"."question", "t22"."number", "t22"."event"
                                            ORDER BY "t22"."rank" DESC, "t22"."happened" DESC, "t22"."known" DESC, "t22"."record" DESC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                          ) AS "sure_before",
                                          MAX(CASE WHEN "t22"."out" THEN "t22"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
                                            PARTITION BY "t22"."question", "t22"."number", "t22"."event"
                                            ORDER BY "t22"."rank" DESC, "t22"."happened" DESC, "t22"."known" DESC, "t22"."record" DESC
                                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
                                          ) AS "out_before"
                                        FROM (
                                          SELECT
                                            "t20"."question",
                                            "t20"."number",
                                            "t20"."record",
                                            "t20"."document",
                                            "t20"."happened",
                                            "t20"."ends",
                                            "t20"."leaves",
                                            "t20"."known",
                                            "t20"."worth",
                                            "t20"."doubted",
                                            "t20"."early",
                                            -(
                                              "t20"."worth"
                                            ) AS "favour",
                                            (
                                              -(
                                                "t20"."worth"
                                              ) < 0
                                            ) AND (
                                              "t20"."doubted" OR "t20"."early"
                                            ) AS "out",
                                            0 AS "event",
                                            0 AS "rank"
                                          FROM (
                                            SELECT
                                              "t19"."question",
                                              "t19"."number",
                                              "t19"."record",
                                              "t19"."document",
                                              "t19"."happened",
                                              "t19"."ends",
                                              "t19"."leaves",
                                              "t19"."known",
                                              "t19"."worth",
                                              "t19"."doubted",
                                              "t19"."early"
                                            FROM (
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  "t15"."subject",
                                                  "t15"."record",
                                                  "t15"."type",
                                                  "t15"."document",
                                                  "t15"."happened",
                                                  "t15"."ends",
                                                  "t15"."leaves",
                                                  "t15"."severity",
                                                  "t15"."kind",
                                                  "t15"."adverse",
                                                  "t15"."known",
                                                  "t15"."retracts",
                                                  "t15"."superseded",
                                                  "t15"."doubt_from",
                                                  "t15"."doubt_until",
                                                  "t15"."replaced",
                                                  "t15"."f_handling",
                                                  "t15"."f_structure",
                                                  "t15"."f_management",
                                                  "t15"."f_rating_state",
                                                  "t15"."question",
                                                  "t15"."as_of",
                                                  "t15"."known_at",
                                                  "t15"."public_since",
                                                  "t15"."number",
                                                  CASE
                                                    WHEN "t15"."number" = 0
                                                    THEN CASE
                                                      WHEN (
                                                        "t15"."f_handling" >= -1000000000000
                                                      )
                                                      AND (
                                                        "t15"."f_handling" <= 1000000000000
                                                      )
                                                      THEN "t15"."f_handling" * 1000
                                                      ELSE CAST(NULL AS BIGINT)
                                                    END
                                                    WHEN "t15"."number" = 1
                                                    THEN CASE
                                                      WHEN (
                                                        "t15"."f_structure" >= -1000000000000
                                                      )
                                                      AND (
                                                        "t15"."f_structure" <= 1000000000000
                                                      )
                                                      THEN "t15"."f_structure" * 1000
                                                      ELSE CAST(NULL AS BIGINT)
                                                    END
                                                    WHEN "t15"."number" = 2
                                                    THEN CASE
                                                      WHEN (
                                                        "t15"."f_management" >= -1000000000000
                                                      )
                                                      AND (
                                                        "t15"."f_management" <= 1000000000000
                                                      )
                                                      THEN "t15"."f_management" * 1000
                                                      ELSE CAST(NULL AS BIGINT)
                                                    END
                                                    ELSE CAST(NULL AS BIGINT)
                                                  END AS "worth",
                                                  (
                                                    "t15"."doubt_from" IS NOT NULL
                                                  )
                                                  AND (
                                                    "t15"."doubt_from" <= "t15"."known_at"
                                                  )
                                                  AND (
                                                    (
                                                      "t15"."doubt_until" IS NULL
                                                    ) OR (
                                                      "t15"."known_at" < "t15"."doubt_until"
                                                    )
                                                  ) AS "doubted",
                                                  (
                                                    "t15"."public_since" IS NOT NULL
                                                  )
                                                  AND (
                                                    "t15"."happened" < "t15"."public_since"
                                                  ) AS "early"
                                                FROM (
                                                  SELECT
                                                    *
                                                  FROM (
                                                    SELECT
                                                      "t5"."subject",
                                                      "t5"."record",
                                                      "t5"."type",
                                                      "t5"."document",
                                                      "t5"."happened",
                                                      "t5"."ends",
                                                      "t5"."leaves",
                                                      "t5"."severity",
                                                      "t5"."kind",
                                                      "t5"."adverse",
                                                      "t5"."known",
                                                      "t5"."retracts",
                                                      "t5"."superseded",
                                                      "t5"."doubt_from",
                                                      "t5"."doubt_until",
                                                      "t5"."replaced",
                                                      "t5"."f_handling",
                                                      "t5"."f_structure",
                                                      "t5"."f_management",
                                                      "t5"."f_rating_state",
                                                      "t11"."question",
                                                      "t11"."as_of",
                                                      "t11"."known_at",
                                                      "t11"."public_since",
                                                      "t9"."number"
                                                    FROM "records" AS "t5"
                                                    INNER JOIN (
                                                      SELECT
                                                        "t6"."question",
                                                        "t6"."subject",
                                                        "t6"."as_of",
                                                        "t6"."known_at",
                                                        "t8"."public_since"
                                                      FROM "questions" AS "t6"
                                                      INNER JOIN "days" AS "t8"
                                                        ON "t6"."as_of" = "t8"."as_of"
                                                    ) AS "t11"
                                                      ON "t5"."subject" = "t11"."subject"
                                                    INNER JOIN "factors" AS "t9"
                                                      ON "t5"."type" = "t9"."type"
                                                  ) AS "t13"
                                                  WHERE
                                                    "t13"."known" <= "t13"."known_at"
                                                    AND (
                                                      (
                                                        "t13"."replaced" IS NULL
                                                      ) OR (
                                                        "t13"."known_at" < "t13"."replaced"
                                                      )
                                                    )
                                                ) AS "t15"
                                              ) AS "t17"
                                              WHERE
                                                NOT (
                                                  "t17"."retracts"
                                                )
                                                AND (
                                                  (
                                                    "t17"."superseded" IS NULL
                                                  ) OR (
                                                    "t17"."known_at" < "t17"."superseded"
                                                  )
                                                )
                                                AND "t17"."happened" <= "t17"."as_of"
                                                AND (
                                                  (
                                                    "t17"."leaves" IS NULL
                                                  ) OR (
                                                    "t17"."as_of" < "t17"."leaves"
                                                  )
                                                )
                                                AND (
                                                  (
                                                    "t17"."ends" IS NULL
                                                  ) OR (
                                                    "t17"."as_of" < "t17"."ends"
                                                  )
                                                )
                                                AND CASE
                                                  WHEN "t17"."number" IN (0, 1, 2)
                                                  THEN TRUE AND COALESCE("t17"."f_rating_state" = 'rated', FALSE)
                                                  ELSE TRUE
                                                END
                                                AND "t17"."worth" IS NOT NULL
                                            ) AS "t19"
                                          ) AS "t20"
                                        ) AS "t22"
                                      ) AS "t24"
                                    ) AS "t27"
                                  ) AS "t28"
                                ) AS "t29"
                              ) AS "t30"
                              GROUP BY
                                1
                            ) AS "t32"
                              ON "t6"."question" = "t32"."question"
                          ) AS "t33"
                        ) AS "t34"
                      ) AS "t35"
                    ) AS "t36"
                  ) AS "t37"
                ) AS "t38"
              ) AS "t39"
            ) AS "t40"
          ) AS "t42"
          LEFT OUTER JOIN (
            SELECT
              "t23"."question",
              MAX(CASE WHEN (
                "t23"."number" = 0
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_0",
              MAX(CASE WHEN (
                "t23"."number" = 0
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_0",
              MAX(CASE WHEN (
                "t23"."number" = 1
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_1",
              MAX(CASE WHEN (
                "t23"."number" = 1
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_1",
              MAX(CASE WHEN (
                "t23"."number" = 2
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_2",
              MAX(CASE WHEN (
                "t23"."number" = 2
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_2",
              MAX(CASE WHEN (
                "t23"."number" = 3
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_3",
              MAX(CASE WHEN (
                "t23"."number" = 3
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_3",
              SUM(CASE WHEN (
                "t23"."number" = 4
              ) AND "t23"."met" THEN 1 ELSE 0 END) AS "met_4",
              SUM(CASE WHEN (
                "t23"."number" = 4
              ) AND "t23"."sure" THEN 1 ELSE 0 END) AS "sure_4"
            FROM (
              SELECT
                "t21"."question",
                "t21"."number",
                "t21"."record",
                "t21"."happened",
                "t21"."fits",
                "t21"."firm",
                "t21"."last_day",
                "t21"."last_firm_day",
                "t21"."only_latest",
                "t21"."fits"
                AND (
                  NOT (
                    "t21"."only_latest"
                  ) OR (
                    "t21"."happened" = "t21"."last_day"
                  )
                ) AS "met",
                "t21"."fits"
                AND "t21"."firm"
                AND (
                  NOT (
                    "t21"."only_latest"
                  )
                  OR COALESCE("t21"."happened" = "t21"."last_firm_day", FALSE)
                ) AS "sure"
              FROM (
                SELECT
                  "t18"."question",
                  "t18"."number",
                  "t18"."record",
                  "t18"."happened",
                  "t18"."fits",
                  "t18"."firm",
                  MAX("t18"."happened") OVER (
                    PARTITION BY "t18"."question", "t18"."number"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "last_day",
                  MAX(CASE WHEN "t18"."firm" THEN "t18"."happened" ELSE CAST(NULL AS DATE) END) OVER (
                    PARTITION BY "t18"."question", "t18"."number"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "last_firm_day",
                  CASE WHEN "t18"."number" IN (0, 1, 2, 3, 4) THEN TRUE ELSE FALSE END AS "only_latest"
                FROM (
                  SELECT
                    "t16"."question",
                    "t16"."number",
                    "t16"."record",
                    "t16"."happened",
                    CASE
                      WHEN "t16"."number" = 0
                      THEN TRUE AND COALESCE("t16"."f_rating_state" = 'exempt', FALSE)
                      WHEN "t16"."number" = 1
                      THEN TRUE AND COALESCE("t16"."f_rating_state" = 'awaiting_inspection', FALSE)
                      WHEN "t16"."number" = 2
                      THEN TRUE AND COALESCE("t16"."f_rating_state" = 'awaiting_publication', FALSE)
                      WHEN "t16"."number" = 3
                      THEN TRUE AND COALESCE("t16"."f_rating_state" = 'other_scheme', FALSE)
                      WHEN "t16"."number" = 4
                      THEN TRUE AND COALESCE("t16"."f_handling" >= 0, FALSE)
                      ELSE TRUE
                    END AS "fits",
                    NOT (
                      (
                        (
                          "t16"."doubt_from" IS NOT NULL
                        )
                        AND (
                          "t16"."doubt_from" <= "t16"."known_at"
                        )
                        AND (
                          (
                            "t16"."doubt_until" IS NULL
                          ) OR (
                            "t16"."known_at" < "t16"."doubt_until"
                          )
                        )
                      )
                      OR (
                        (
                          "t16"."public_since" IS NOT NULL
                        )
                        AND (
                          "t16"."happened" < "t16"."public_since"
                        )
                      )
                    ) AS "firm"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t5"."subject",
                          "t5"."record",
                          "t5"."type",
                          "t5"."document",
                          "t5"."happened",
                          "t5"."ends",
                          "t5"."leaves",
                          "t5"."severity",
                          "t5"."kind",
                          "t5"."adverse",
                          "t5"."known",
                          "t5"."retracts",
                          "t5"."superseded",
                          "t5"."doubt_from",
                          "t5"."doubt_until",
                          "t5"."replaced",
                          "t5"."f_handling",
                          "t5"."f_structure",
                          "t5"."f_management",
                          "t5"."f_rating_state",
                          "t11"."question",
                          "t11"."as_of",
                          "t11"."known_at",
                          "t11"."public_since",
                          "t7"."number"
                        FROM "records" AS "t5"
                        INNER JOIN (
                          SELECT
                            "t6"."question",
                            "t6"."subject",
                            "t6"."as_of",
                            "t6"."known_at",
                            "t8"."public_since"
                          FROM "questions" AS "t6"
                          INNER JOIN "days" AS "t8"
                            ON "t6"."as_of" = "t8"."as_of"
                        ) AS "t11"
                          ON "t5"."subject" = "t11"."subject"
                        INNER JOIN "directs" AS "t7"
                          ON "t5"."type" = "t7"."type"
                      ) AS "t12"
                      WHERE
                        "t12"."known" <= "t12"."known_at"
                        AND (
                          (
                            "t12"."replaced" IS NULL
                          ) OR (
                            "t12"."known_at" < "t12"."replaced"
                          )
                        )
                    ) AS "t14"
                    WHERE
                      NOT (
                        "t14"."retracts"
                      )
                      AND (
                        (
                          "t14"."superseded" IS NULL
                        ) OR (
                          "t14"."known_at" < "t14"."superseded"
                        )
                      )
                      AND "t14"."happened" <= "t14"."as_of"
                      AND (
                        (
                          "t14"."leaves" IS NULL
                        ) OR (
                          "t14"."as_of" < "t14"."leaves"
                        )
                      )
                      AND (
                        (
                          "t14"."ends" IS NULL
                        ) OR (
                          "t14"."as_of" < "t14"."ends"
                        )
                      )
                      AND TRUE
                  ) AS "t16"
                ) AS "t18"
              ) AS "t21"
            ) AS "t23"
            GROUP BY
              1
          ) AS "t26"
            ON "t42"."question" = "t26"."question"
        ) AS "t43"
      ) AS "t44"
    ) AS "t45"
  ) AS "t46"
) AS "t47"

-- contributions; fields: f_handling int64, f_management int64, f_rating_state string, f_structure int64
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
    "t13"."f_handling",
    "t13"."f_structure",
    "t13"."f_management",
    "t13"."f_rating_state",
    "t13"."question",
    "t13"."as_of",
    "t13"."known_at",
    "t13"."public_since",
    "t13"."number",
    CASE
      WHEN "t13"."number" = 0
      THEN CASE
        WHEN (
          "t13"."f_handling" >= -1000000000000
        )
        AND (
          "t13"."f_handling" <= 1000000000000
        )
        THEN "t13"."f_handling" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 1
      THEN CASE
        WHEN (
          "t13"."f_structure" >= -1000000000000
        )
        AND (
          "t13"."f_structure" <= 1000000000000
        )
        THEN "t13"."f_structure" * 1000
        ELSE CAST(NULL AS BIGINT)
      END
      WHEN "t13"."number" = 2
      THEN CASE
        WHEN (
          "t13"."f_management" >= -1000000000000
        )
        AND (
          "t13"."f_management" <= 1000000000000
        )
        THEN "t13"."f_management" * 1000
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
        "t4"."f_handling",
        "t4"."f_structure",
        "t4"."f_management",
        "t4"."f_rating_state",
        "t9"."question",
        "t9"."as_of",
        "t9"."known_at",
        "t9"."public_since",
        "t7"."number"
      FROM "records" AS "t4"
      INNER JOIN (
        SELECT
          "t5"."question",
          "t5"."subject",
          "t5"."as_of",
          "t5"."known_at",
          "t6"."public_since"
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
), "t25" AS (
  SELECT
    "t24"."question",
    "t24"."number",
    "t24"."record",
    "t24"."happened",
    "t24"."ends",
    "t24"."leaves",
    "t24"."points",
    "t24"."why"
  FROM (
    SELECT
      "t22"."question",
      "t22"."number",
      "t22"."record",
      "t22"."document",
      "t22"."happened",
      "t22"."ends",
      "t22"."leaves",
      "t22"."known",
      "t22"."worth",
      "t22"."doubted",
      "t22"."early",
      "t22"."favour",
      "t22"."out",
      "t22"."event",
      "t22"."rank",
      "t22"."place",
      "t22"."sure_before",
      "t22"."out_before",
      CASE
        WHEN NOT (
          "t22"."out"
        )
        AND (
          "t22"."place" = 0
        )
        AND (
          (
            "t22"."out_before" IS NULL
          ) OR (
            "t22"."out_before" <= "t22"."favour"
          )
        )
        THEN "t22"."worth"
        ELSE 0
      END AS "points",
      CASE
        WHEN NOT (
          "t22"."out"
        )
        AND (
          "t22"."place" = 0
        )
        AND (
          (
            "t22"."out_before" IS NULL
          ) OR (
            "t22"."out_before" <= "t22"."favour"
          )
        )
        THEN ''
        WHEN "t22"."out" AND (
          COALESCE("t22"."sure_before", 0) = 0
        )
        THEN CASE WHEN "t22"."doubted" THEN 'in_doubt' ELSE 'before_public' END
        ELSE 'later_one'
      END AS "why"
    FROM (
      SELECT
        "t21"."question",
        "t21"."number",
        "t21"."record",
        "t21"."document",
        "t21"."happened",
        "t21"."ends",
        "t21"."leaves",
        "t21"."known",
        "t21"."worth",
        "t21"."doubted",
        "t21"."early",
        "t21"."favour",
        "t21"."out",
        "t21"."event",
        "t21"."rank",
        ROW_NUMBER() OVER (
          PARTITION BY "t21"."question", "t21"."number", "t21"."event", "t21"."out"
          ORDER BY "t21"."rank" DESC, "t21"."happened" DESC, "t21"."known" DESC, "t21"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place",
        SUM(CASE WHEN NOT (
          "t21"."out"
        ) THEN 1 ELSE 0 END) OVER (
          PARTITION BY "t21"."question", "t21"."number", "t21"."event"
          ORDER BY "t21"."rank" DESC, "t21"."happened" DESC, "t21"."known" DESC, "t21"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ) AS "sure_before",
        MAX(CASE WHEN "t21"."out" THEN "t21"."favour" ELSE CAST(NULL AS BIGINT) END) OVER (
          PARTITION BY "t21"."question", "t21"."number", "t21"."event"
          ORDER BY "t21"."rank" DESC, "t21"."happened" DESC, "t21"."known" DESC, "t21"."record" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 preceding
        ) AS "out_before"
      FROM (
        SELECT
          "t19"."question",
          "t19"."number",
          "t19"."record",
          "t19"."document",
          "t19"."happened",
          "t19"."ends",
          "t19"."leaves",
          "t19"."known",
          "t19"."worth",
          "t19"."doubted",
          "t19"."early",
          -(
            "t19"."worth"
          ) AS "favour",
          (
            -(
              "t19"."worth"
            ) < 0
          ) AND (
            "t19"."doubted" OR "t19"."early"
          ) AS "out",
          0 AS "event",
          0 AS "rank"
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
              AND CASE
                WHEN "t16"."number" IN (0, 1, 2)
                THEN TRUE AND COALESCE("t16"."f_rating_state" = 'rated', FALSE)
                ELSE TRUE
              END
              AND "t16"."worth" IS NOT NULL
          ) AS "t18"
        ) AS "t19"
      ) AS "t21"
    ) AS "t22"
  ) AS "t24"
), "t40" AS (
  SELECT
    "t39"."question",
    "t39"."subject",
    "t39"."as_of",
    "t39"."known_at",
    "t39"."sum_0",
    "t39"."sum_1",
    "t39"."sum_2",
    "t39"."start_0",
    "t39"."start_1",
    "t39"."start_2",
    "t39"."total_0",
    "t39"."total_1",
    "t39"."total_2",
    "t39"."parts_0",
    "t39"."parts_1",
    "t39"."parts_2",
    "t39"."part_0",
    "t39"."part_1",
    "t39"."part_2",
    0 AS "base",
    0 + "t39"."earned" AS "reached",
    GREATEST(0 + "t39"."earned", 0) AS "raised",
    LEAST(GREATEST(0 + "t39"."earned", 0), 80000) AS "points"
  FROM (
    SELECT
      "t38"."question",
      "t38"."subject",
      "t38"."as_of",
      "t38"."known_at",
      "t38"."public_since",
      "t38"."rest",
      "t38"."sum_0",
      "t38"."sum_1",
      "t38"."sum_2",
      "t38"."start_0",
      "t38"."start_1",
      "t38"."start_2",
      "t38"."total_0",
      "t38"."total_1",
      "t38"."total_2",
      "t38"."parts_0",
      "t38"."parts_1",
      "t38"."parts_2",
      "t38"."part_0",
      "t38"."part_1",
      "t38"."part_2",
      "t38"."rest" + "t38"."part_0" + "t38"."part_1" + "t38"."part_2" AS "earned"
    FROM (
      SELECT
        "t37"."question",
        "t37"."subject",
        "t37"."as_of",
        "t37"."known_at",
        "t37"."public_since",
        "t37"."rest",
        "t37"."sum_0",
        "t37"."sum_1",
        "t37"."sum_2",
        "t37"."start_0",
        "t37"."start_1",
        "t37"."start_2",
        "t37"."total_0",
        "t37"."total_1",
        "t37"."total_2",
        "t37"."parts_0",
        "t37"."parts_1",
        "t37"."parts_2",
        GREATEST(LEAST("t37"."parts_0", 25000), -(
          25000
        )) AS "part_0",
        GREATEST(LEAST("t37"."parts_1", 25000), -(
          25000
        )) AS "part_1",
        GREATEST(LEAST("t37"."parts_2", 30000), -(
          30000
        )) AS "part_2"
      FROM (
        SELECT
          "t36"."question",
          "t36"."subject",
          "t36"."as_of",
          "t36"."known_at",
          "t36"."public_since",
          "t36"."rest",
          "t36"."sum_0",
          "t36"."sum_1",
          "t36"."sum_2",
          "t36"."start_0",
          "t36"."start_1",
          "t36"."start_2",
          "t36"."total_0",
          "t36"."total_1",
          "t36"."total_2",
          "t36"."total_0" AS "parts_0",
          "t36"."total_1" AS "parts_1",
          "t36"."total_2" AS "parts_2"
        FROM (
          SELECT
            "t35"."question",
            "t35"."subject",
            "t35"."as_of",
            "t35"."known_at",
            "t35"."public_since",
            "t35"."rest",
            "t35"."sum_0",
            "t35"."sum_1",
            "t35"."sum_2",
            "t35"."start_0",
            "t35"."start_1",
            "t35"."start_2",
            "t35"."sum_0" AS "total_0",
            "t35"."sum_1" AS "total_1",
            "t35"."sum_2" AS "total_2"
          FROM (
            SELECT
              "t34"."question",
              "t34"."subject",
              "t34"."as_of",
              "t34"."known_at",
              "t34"."public_since",
              "t34"."rest",
              "t34"."sum_0" + "t34"."start_0" AS "sum_0",
              "t34"."sum_1" + "t34"."start_1" AS "sum_1",
              "t34"."sum_2" + "t34"."start_2" AS "sum_2",
              "t34"."start_0",
              "t34"."start_1",
              "t34"."start_2"
            FROM (
              SELECT
                "t33"."question",
                "t33"."subject",
                "t33"."as_of",
                "t33"."known_at",
                "t33"."public_since",
                COALESCE("t33"."rest", 0) AS "rest",
                COALESCE("t33"."sum_0", 0) AS "sum_0",
                COALESCE("t33"."sum_1", 0) AS "sum_1",
                COALESCE("t33"."sum_2", 0) AS "sum_2",
                0 AS "start_0",
                0 AS "start_1",
                0 AS "start_2"
              FROM (
                SELECT
                  "t5"."question",
                  "t5"."subject",
                  "t5"."as_of",
                  "t5"."known_at",
                  "t6"."public_since",
                  "t32"."rest",
                  "t32"."sum_0",
                  "t32"."sum_1",
                  "t32"."sum_2"
                FROM "questions" AS "t5"
                INNER JOIN "days" AS "t6"
                  ON "t5"."as_of" = "t6"."as_of"
                LEFT OUTER JOIN (
                  SELECT
                    "t30"."question",
                    SUM(CASE WHEN NOT (
                      "t30"."slot" IN (0, 1, 2)
                    ) THEN "t30"."points" ELSE 0 END) AS "rest",
                    SUM(CASE WHEN "t30"."slot" = 0 THEN "t30"."points" ELSE 0 END) AS "sum_0",
                    SUM(CASE WHEN "t30"."slot" = 1 THEN "t30"."points" ELSE 0 END) AS "sum_1",
                    SUM(CASE WHEN "t30"."slot" = 2 THEN "t30"."points" ELSE 0 END) AS "sum_2"
                  FROM (
                    SELECT
                      "t29"."question",
                      "t29"."slot",
                      "t29"."points"
                    FROM (
                      SELECT
                        "t26"."question",
                        "t26"."number",
                        "t26"."record",
                        "t26"."happened",
                        "t26"."ends",
                        "t26"."leaves",
                        "t26"."points",
                        "t26"."why",
                        CASE
                          WHEN "t26"."number" = 0
                          THEN 0
                          WHEN "t26"."number" = 1
                          THEN 1
                          WHEN "t26"."number" = 2
                          THEN 2
                          ELSE -1
                        END AS "slot"
                      FROM "t25" AS "t26"
                    ) AS "t29"
                  ) AS "t30"
                  GROUP BY
                    1
                ) AS "t32"
                  ON "t5"."question" = "t32"."question"
              ) AS "t33"
            ) AS "t34"
          ) AS "t35"
        ) AS "t36"
      ) AS "t37"
    ) AS "t38"
  ) AS "t39"
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
          *
        FROM (
          SELECT
            "t20"."question",
            "t20"."number",
            'points' AS "step",
            "t20"."record",
            "t20"."happened",
            "t20"."ends",
            "t20"."leaves",
            0 AS "points",
            CASE
              WHEN NOT (
                COALESCE(NOT (
                  "t20"."retracts"
                ), FALSE)
              )
              THEN 'retracts'
              WHEN NOT (
                COALESCE(
                  (
                    "t20"."superseded" IS NULL
                  ) OR (
                    "t20"."known_at" < "t20"."superseded"
                  ),
                  FALSE
                )
              )
              THEN 'superseded'
              WHEN NOT (
                COALESCE("t20"."happened" <= "t20"."as_of", FALSE)
              )
              THEN 'not_yet'
              WHEN NOT (
                COALESCE((
                  "t20"."leaves" IS NULL
                ) OR (
                  "t20"."as_of" < "t20"."leaves"
                ), FALSE)
              )
              THEN 'retention_over'
              WHEN NOT (
                COALESCE((
                  "t20"."ends" IS NULL
                ) OR (
                  "t20"."as_of" < "t20"."ends"
                ), FALSE)
              )
              THEN 'validity_over'
              WHEN NOT (
                COALESCE(
                  CASE
                    WHEN "t20"."number" IN (0, 1, 2)
                    THEN TRUE AND COALESCE("t20"."f_rating_state" = 'rated', FALSE)
                    ELSE TRUE
                  END,
                  FALSE
                )
              )
              THEN 'condition'
              WHEN NOT (
                COALESCE("t20"."worth" IS NOT NULL, FALSE)
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
                  AND CASE
                    WHEN "t16"."number" IN (0, 1, 2)
                    THEN TRUE AND COALESCE("t16"."f_rating_state" = 'rated', FALSE)
                    ELSE TRUE
                  END
                  AND (
                    "t16"."worth" IS NOT NULL
                  ),
                  FALSE
                )
              )
          ) AS "t20"
        ) AS "t23"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t26"."question",
            "t26"."number",
            'points' AS "step",
            "t26"."record",
            "t26"."happened",
            "t26"."ends",
            "t26"."leaves",
            "t26"."points",
            "t26"."why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t25" AS "t26"
        ) AS "t27"
      ) AS "t28"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t43"."question",
            0 AS "number",
            'component' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t43"."part_0" - "t43"."parts_0" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t40" AS "t41"
            WHERE
              "t41"."part_0" <> "t41"."parts_0"
          ) AS "t43"
        ) AS "t48"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t44"."question",
            1 AS "number",
            'component' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t44"."part_1" - "t44"."parts_1" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t40" AS "t41"
            WHERE
              "t41"."part_1" <> "t41"."parts_1"
          ) AS "t44"
        ) AS "t49"
      ) AS "t53"
    ) AS "t56"
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
            "t45"."question",
            2 AS "number",
            'component' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t45"."part_2" - "t45"."parts_2" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM (
            SELECT
              *
            FROM "t40" AS "t41"
            WHERE
              "t41"."part_2" <> "t41"."parts_2"
          ) AS "t45"
        ) AS "t50"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t41"."question",
            CAST(NULL AS BIGINT) AS "number",
            'base' AS "step",
            CAST(NULL AS BIGINT) AS "record",
            CAST(NULL AS DATE) AS "happened",
            CAST(NULL AS DATE) AS "ends",
            CAST(NULL AS DATE) AS "leaves",
            "t41"."base" AS "points",
            '' AS "why",
            CAST(NULL AS BIGINT) AS "year",
            CAST(NULL AS DATE) AS "since",
            CAST(NULL AS BIGINT) AS "times",
            CAST(NULL AS BIGINT) AS "over"
          FROM "t40" AS "t41"
        ) AS "t42"
      ) AS "t54"
      UNION ALL
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
            FROM "t40" AS "t41"
            WHERE
              "t41"."raised" <> "t41"."reached"
          ) AS "t46"
        ) AS "t51"
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
            FROM "t40" AS "t41"
            WHERE
              "t41"."points" <> "t41"."raised"
          ) AS "t47"
        ) AS "t52"
      ) AS "t55"
    ) AS "t57"
  ) AS "t58"
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
            "t4"."f_handling",
            "t4"."f_structure",
            "t4"."f_management",
            "t4"."f_rating_state",
            "t9"."question",
            "t9"."as_of",
            "t9"."known_at",
            "t9"."public_since"
          FROM "records" AS "t4"
          INNER JOIN (
            SELECT
              "t5"."question",
              "t5"."subject",
              "t5"."as_of",
              "t5"."known_at",
              "t6"."public_since"
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
          "t12"."type" IN ('food_hygiene_inspection')
        )
    ) AS "t14"
  ) AS "t17"
) AS "t59"

-- directly; fields: f_handling int64, f_management int64, f_rating_state string, f_structure int64
SELECT
  "t16"."question",
  "t16"."number",
  "t16"."record",
  "t16"."happened"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t14"."question",
      "t14"."number",
      "t14"."record",
      "t14"."happened",
      "t14"."fits",
      "t14"."firm",
      "t14"."last_day",
      "t14"."last_firm_day",
      "t14"."only_latest",
      "t14"."fits"
      AND (
        NOT (
          "t14"."only_latest"
        ) OR (
          "t14"."happened" = "t14"."last_day"
        )
      ) AS "met",
      "t14"."fits"
      AND "t14"."firm"
      AND (
        NOT (
          "t14"."only_latest"
        )
        OR COALESCE("t14"."happened" = "t14"."last_firm_day", FALSE)
      ) AS "sure"
    FROM (
      SELECT
        "t13"."question",
        "t13"."number",
        "t13"."record",
        "t13"."happened",
        "t13"."fits",
        "t13"."firm",
        MAX("t13"."happened") OVER (
          PARTITION BY "t13"."question", "t13"."number"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "last_day",
        MAX(CASE WHEN "t13"."firm" THEN "t13"."happened" ELSE CAST(NULL AS DATE) END) OVER (
          PARTITION BY "t13"."question", "t13"."number"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "last_firm_day",
        CASE WHEN "t13"."number" IN (0, 1, 2, 3, 4) THEN TRUE ELSE FALSE END AS "only_latest"
      FROM (
        SELECT
          "t12"."question",
          "t12"."number",
          "t12"."record",
          "t12"."happened",
          CASE
            WHEN "t12"."number" = 0
            THEN TRUE AND COALESCE("t12"."f_rating_state" = 'exempt', FALSE)
            WHEN "t12"."number" = 1
            THEN TRUE AND COALESCE("t12"."f_rating_state" = 'awaiting_inspection', FALSE)
            WHEN "t12"."number" = 2
            THEN TRUE AND COALESCE("t12"."f_rating_state" = 'awaiting_publication', FALSE)
            WHEN "t12"."number" = 3
            THEN TRUE AND COALESCE("t12"."f_rating_state" = 'other_scheme', FALSE)
            WHEN "t12"."number" = 4
            THEN TRUE AND COALESCE("t12"."f_handling" >= 0, FALSE)
            ELSE TRUE
          END AS "fits",
          NOT (
            (
              (
                "t12"."doubt_from" IS NOT NULL
              )
              AND (
                "t12"."doubt_from" <= "t12"."known_at"
              )
              AND (
                (
                  "t12"."doubt_until" IS NULL
                ) OR (
                  "t12"."known_at" < "t12"."doubt_until"
                )
              )
            )
            OR (
              (
                "t12"."public_since" IS NOT NULL
              )
              AND (
                "t12"."happened" < "t12"."public_since"
              )
            )
          ) AS "firm"
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
                "t4"."f_handling",
                "t4"."f_structure",
                "t4"."f_management",
                "t4"."f_rating_state",
                "t9"."question",
                "t9"."as_of",
                "t9"."known_at",
                "t9"."public_since",
                "t5"."number"
              FROM "records" AS "t4"
              INNER JOIN (
                SELECT
                  "t6"."question",
                  "t6"."subject",
                  "t6"."as_of",
                  "t6"."known_at",
                  "t7"."public_since"
                FROM "questions" AS "t6"
                INNER JOIN "days" AS "t7"
                  ON "t6"."as_of" = "t7"."as_of"
              ) AS "t9"
                ON "t4"."subject" = "t9"."subject"
              INNER JOIN "directs" AS "t5"
                ON "t4"."type" = "t5"."type"
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
          WHERE
            NOT (
              "t11"."retracts"
            )
            AND (
              (
                "t11"."superseded" IS NULL
              ) OR (
                "t11"."known_at" < "t11"."superseded"
              )
            )
            AND "t11"."happened" <= "t11"."as_of"
            AND (
              (
                "t11"."leaves" IS NULL
              ) OR (
                "t11"."as_of" < "t11"."leaves"
              )
            )
            AND (
              (
                "t11"."ends" IS NULL
              ) OR (
                "t11"."as_of" < "t11"."ends"
              )
            )
            AND TRUE
        ) AS "t12"
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
  WHERE
    "t15"."met" OR "t15"."sure"
) AS "t16"
